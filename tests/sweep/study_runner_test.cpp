// Running a study: no order, number of tasks or threads, stop, restart or failure changes a bit of the shards or loses
// anything. The runs themselves are made up.
#include <atomic>

#include "study_fixture.h"

using namespace ontkoker;
using namespace ontkoker::testing;
using sweep::ShardState;
using sweep::Study;
using sweep::StudyOutcome;
using sweep::StudyRun;

namespace study_runner_test {

// How a made-up study is run: what breaks, and after how many runs somebody asks to stop.
struct Script {
    int break_replicate = -1;   // in every point
    int stop_after = -1;
    std::atomic<int> made{0};
    std::atomic<bool> stop{false};
};

StudyRun run_of(Script& script) {
    StudyRun run;
    run.stop = &script.stop;
    run.run = [&script](const Config& config, int replicate, const RunOptions& options) -> Result<ReplicateCounts> {
        if (options.stop->load()) return Problem{"E0499", "gestopt", "", "", "", 0, 0};
        if (replicate == script.break_replicate)
            return Problem{"E0401", "wet gebroken in herhaling " + std::to_string(replicate), "", "", "", 0, 0};
        if (++script.made == script.stop_after) script.stop = true;
        return made_up(config, replicate);
    };
    return run;
}

StudyOutcome all_of(const Study& study, StudyRun run = {}) {
    Script script;
    StudyRun whole = run_of(script);
    whole.task = run.task;
    whole.tasks = run.tasks;
    whole.threads = run.threads;
    return must(sweep::run_study(study, whole));
}

std::map<std::string, std::string> reference() {
    static const std::map<std::string, std::string> files = [] {
        const Folder folder("reference");
        write_plan(folder.path, small_plan());
        const StudyOutcome outcome = all_of(opened(folder.path));
        CHECK(outcome.done == 21);
        CHECK(outcome.shards_written == 4);
        return shards_of(folder.path);
    }();
    return files;
}

TEST_CASE("threads, tasks and their order change no bit", "[sweep]") {
    CHECK(reference().size() == 8);   // a shard and a line, four times
    for (const int threads : {2, 4}) {
        const Folder folder("threads");
        write_plan(folder.path, small_plan());
        StudyRun run;
        run.threads = threads;
        CHECK(all_of(opened(folder.path), run).done == 21);
        CHECK(shards_of(folder.path) == reference());
    }
    for (const auto& order : {std::vector<int>{1, 2, 3}, std::vector<int>{3, 1, 2}, std::vector<int>{2, 3, 1}}) {
        const Folder folder("tasks");
        write_plan(folder.path, small_plan());
        int done = 0;
        for (const int task : order) {
            StudyRun run;
            run.task = task;
            run.tasks = 3;
            const StudyOutcome outcome = all_of(opened(folder.path), run);
            CHECK(outcome.shards == (task == 1 ? 2 : 1));   // shards 0 and 3; 1; 2
            CHECK(outcome.done == outcome.runs);
            done += outcome.done;
        }
        CHECK(done == 21);
        CHECK(shards_of(folder.path) == reference());
    }
}

TEST_CASE("a stop after any run keeps what is finished, and nothing is run twice", "[sweep]") {
    for (int after = 1; after <= 20; ++after) {
        INFO("stopped after " << after << " runs");
        const Folder folder("stop");
        write_plan(folder.path, small_plan());
        const Study study = opened(folder.path);
        Script script;
        script.stop_after = after;
        const auto stopped = sweep::run_study(study, run_of(script));
        REQUIRE_FALSE(stopped);
        CHECK(stopped.problems().front().code == "E0499");
        CHECK(stopped.problems().front().hint.find(std::to_string(after) + " van 21") == 0);
        const auto status = must(sweep::status_of(study));
        CHECK(status.done_runs + status.kept_in_parts == after);
        CHECK(status.done_runs == after / 6 * 6);
        Script rest;
        CHECK(must(sweep::run_study(study, run_of(rest))).done == 21);
        CHECK(rest.made == 21 - after);
        CHECK(shards_of(folder.path) == reference());   // no part is left either
        CHECK(must(sweep::status_of(study)).missing.empty());
    }
}

TEST_CASE("finished runs are kept while the shard goes on, and a damaged part is told and run again", "[sweep]") {
    const Folder folder("parts");
    write_plan(folder.path, small_plan());
    const Study study = opened(folder.path);
    Script script;
    std::string part;
    StudyRun run = run_of(script);
    run.keep_seconds = 0;
    const auto inner = run.run;
    run.run = [&](const Config& config, int replicate, const RunOptions& options) {
        if (script.made == 3) part = bytes_of(study.part_path(0));   // as a kill would leave it
        return inner(config, replicate, options);
    };
    must(sweep::run_study(study, run));
    REQUIRE(part.size() > 100);

    const auto restarted = [&](const std::string& bytes, int left, int told) {
        const Folder other("parts_again");
        write_plan(other.path, small_plan());
        fs::create_directories(other.path / "shards");
        const Study again = opened(other.path);
        write_bytes(again.part_path(0), bytes);
        Script rest;
        StudyRun rerun = run_of(rest);
        int aside = 0;
        rerun.set_aside = [&](const Problem& why, const std::string& to) {
            ++aside;
            CHECK(why.code == "E0612");
            CHECK(bytes_of(to) == bytes);
            fs::remove(to);
        };
        must(sweep::run_study(again, rerun));
        CHECK(rest.made == left);
        CHECK(aside == told);
        CHECK(shards_of(other.path) == reference());
    };
    restarted(part, 18, 0);
    restarted(part.substr(0, part.size() - 1), 21, 1);
    for (const std::size_t at : {std::size_t{0}, std::size_t{20}, part.size() / 2, part.size() - 1}) {
        std::string bad = part;
        bad[at] = static_cast<char>(bad[at] ^ 1);
        restarted(bad, 21, 1);
    }
}

TEST_CASE("a run that breaks a law is a failure with its error, does not stop the rest, and can be run again", "[sweep]") {
    const Folder folder("law");
    write_plan(folder.path, small_plan());
    const Study study = opened(folder.path);
    Script script;
    script.break_replicate = 2;
    const StudyOutcome outcome = must(sweep::run_study(study, run_of(script)));
    CHECK(outcome.done == 14);
    CHECK(outcome.failed == 7);
    REQUIRE(outcome.failures.size() == 7);
    CHECK(outcome.failures[3] == RunFailure{3, 2, "E0401 wet gebroken in herhaling 2"});

    const auto status = must(sweep::status_of(study));
    CHECK(status.points == 7);
    CHECK(status.done == 0);
    CHECK(status.failed == 7);
    CHECK(status.failed_runs == 7);
    CHECK(status.missing.empty());

    const sweep::Block block = must(sweep::read_shard(study, 1));
    const auto& record = block.run(study.plan(), 1, 2);
    CHECK(record.status == sweep::RunStatus::failed);
    CHECK(record.digest.empty());
    CHECK(record.households == 0);

    // Without asking, failed runs stay; with asking, only they are run and the shards are as if nothing had happened.
    Script again;
    CHECK(must(sweep::run_study(study, run_of(again))).failed == 7);
    CHECK(again.made == 0);
    StudyRun retry = run_of(again);
    retry.retry_failed = true;
    CHECK(must(sweep::run_study(study, retry)).done == 21);
    CHECK(again.made == 7);
    CHECK(shards_of(folder.path) == reference());
}

TEST_CASE("a failure is kept like a result when the shard is not whole, and run again when that is asked for", "[sweep]") {
    for (const bool retry : {false, true}) {
        const Folder folder("kept_failure");
        write_plan(folder.path, small_plan());
        const Study study = opened(folder.path);
        Script script;
        script.break_replicate = 0;
        script.stop_after = 3;   // replicates 1 and 2 of point 0, 1 of point 1
        REQUIRE_FALSE(sweep::run_study(study, run_of(script)));
        CHECK(must(sweep::status_of(study)).kept_in_parts == 5);
        Script sound;
        StudyRun run = run_of(sound);
        run.retry_failed = retry;
        const StudyOutcome outcome = must(sweep::run_study(study, run));
        CHECK(outcome.failed == (retry ? 0 : 2));
        CHECK(sound.made == (retry ? 18 : 16));
        CHECK((shards_of(folder.path) == reference()) == retry);
    }
}

TEST_CASE("what is kept of another study or other points is not taken, and what killed commands left goes", "[sweep]") {
    const Folder ours("part_ours"), theirs("part_theirs");
    write_plan(ours.path, small_plan());
    sweep::Plan plan = small_plan();
    plan.points[0] = {61};
    write_plan(theirs.path, plan);
    const Study study = opened(ours.path), other = opened(theirs.path);
    Script script;
    script.stop_after = 8;
    REQUIRE_FALSE(sweep::run_study(other, run_of(script)));
    const auto part = bytes_of(other.part_path(1));
    REQUIRE(!part.empty());
    fs::create_directories(ours.path / "shards");
    SECTION("another study") { write_bytes(study.part_path(1), part); }
    SECTION("other points") {
        Script own;
        own.stop_after = 8;
        REQUIRE_FALSE(sweep::run_study(study, run_of(own)));
        fs::remove(study.shard_path(0));
        fs::remove(study.line_path(0));
        fs::rename(study.part_path(1), study.part_path(0));
    }
    write_bytes(study.shard_path(2) + ".tmp.12", "half");
    write_bytes(study.part_path(2) + ".tmp.12", "half");
    Script rest;
    StudyRun run = run_of(rest);
    std::string aside;
    run.set_aside = [&](const Problem&, const std::string& to) { aside = to; };
    must(sweep::run_study(study, run));
    CHECK(rest.made == 21);
    REQUIRE(!aside.empty());
    fs::remove(aside);
    CHECK(shards_of(ours.path) == reference());
}

TEST_CASE("a point whose configuration is refused fails in all its replicates", "[sweep]") {
    const Folder folder("refused");
    sweep::Plan plan = small_plan();
    plan.points[3] = {1e9};
    write_plan(folder.path, plan);
    const Study study = opened(folder.path);
    const StudyOutcome outcome = all_of(study);
    CHECK(outcome.done == 18);
    CHECK(outcome.failed == 3);
    REQUIRE(outcome.failures.size() == 3);
    CHECK(outcome.failures[1].point == 3);
    CHECK(outcome.failures[1].replicate == 1);
    CHECK(outcome.failures[1].error.find("E02") == 0);
    const auto status = must(sweep::status_of(study));
    CHECK(status.done == 6);
    CHECK(status.failed == 1);
}

TEST_CASE("a damaged shard is kept aside and run again", "[sweep]") {
    const Folder folder("damaged");
    write_plan(folder.path, small_plan());
    const Study study = opened(folder.path);
    all_of(study);
    const std::string good = bytes_of(study.shard_path(2));
    std::string changed = good;
    changed[good.size() / 2] = static_cast<char>(changed[good.size() / 2] ^ 4);
    int before = 0;
    for (const std::string& bad : {good.substr(0, good.size() - 1), good.substr(0, 100), std::string(), changed, good + "x"}) {
        write_bytes(study.shard_path(2), bad);
        const auto look = must(sweep::look_at_shard(study, 2));
        REQUIRE(look.state == ShardState::damaged);
        CHECK(look.problems.front().code == "E0612");
        CHECK(look.problems.front().file == study.shard_path(2));
        const auto status = must(sweep::status_of(study));
        CHECK(status.damaged == 1);
        CHECK(status.missing == std::vector<int>{2});
        CHECK(bytes_of(study.shard_path(2)) == bad);   // looking changes nothing
        Script script;
        CHECK(must(sweep::run_study(study, run_of(script))).done == 21);
        CHECK(script.made == 6);
        const std::string aside = study.shard_path(2) + ".damaged" + (before == 0 ? "" : "." + std::to_string(before + 1));
        CHECK(bytes_of(aside) == bad);
        ++before;
    }
    for (const auto& [name, bytes] : reference()) CHECK(bytes_of(folder.path / "shards" / name) == bytes);
}

TEST_CASE("a whole shard whose line is not there gets its line, and is not run again", "[sweep]") {
    const Folder folder("unlisted");
    write_plan(folder.path, small_plan());
    const Study study = opened(folder.path);
    all_of(study);
    for (const std::string& left : {std::string(), std::string("{\"format\": ")}) {
        if (left.empty())
            fs::remove(study.line_path(1));
        else
            write_bytes(study.line_path(1), left);
        CHECK(must(sweep::look_at_shard(study, 1)).state == ShardState::absent);
        CHECK(must(sweep::status_of(study)).missing == std::vector<int>{1});
        Script script;
        CHECK(must(sweep::run_study(study, run_of(script))).done == 21);
        CHECK(script.made == 0);
        CHECK(shards_of(folder.path) == reference());
    }
    SECTION("unless it is cut off") {
        fs::remove(study.line_path(1));
        write_bytes(study.shard_path(1), bytes_of(study.shard_path(1)).substr(0, 3000));
        CHECK(must(sweep::look_at_shard(study, 1)).state == ShardState::damaged);
    }
}

TEST_CASE("a shard of another study, division or version stops everything and stays as it is", "[sweep]") {
    const Folder ours("ours"), theirs("theirs");
    sweep::Plan plan = small_plan();
    write_plan(ours.path, plan);
    const Study study = opened(ours.path);
    std::string code = "E0610";
    SECTION("another study") { plan.points[0] = {plan.points[0][0] + 0.001}; }
    SECTION("the same points in other shards") { plan.points_per_shard = 3; }
    write_plan(theirs.path, plan);
    const Study other = opened(theirs.path);
    all_of(other);
    fs::create_directories(ours.path / "shards");
    const bool with_line = GENERATE(true, false);
    fs::copy_file(other.shard_path(1), study.shard_path(1));
    if (with_line) fs::copy_file(other.line_path(1), study.line_path(1));
    const auto before = shards_of(ours.path);
    const auto look = must(sweep::look_at_shard(study, 1));
    REQUIRE(look.state == ShardState::foreign);
    Script script;
    const auto outcome = sweep::run_study(study, run_of(script));
    REQUIRE_FALSE(outcome);
    CHECK(outcome.problems().front().code == code);
    CHECK(outcome.problems().front().file == study.shard_path(1));
    CHECK(script.made == 0);
    CHECK(shards_of(ours.path) == before);
    CHECK(must(sweep::status_of(study)).foreign == 1);
}

TEST_CASE("a shard of another study that comes while others are run stays as it is", "[sweep]") {
    const Folder ours("late_ours"), theirs("late_theirs");
    sweep::Plan plan = small_plan();
    write_plan(ours.path, plan);
    plan.points[0] = {plan.points[0][0] + 0.001};
    write_plan(theirs.path, plan);
    const Study study = opened(ours.path), other = opened(theirs.path);
    all_of(other);
    Script script;
    StudyRun run = run_of(script);
    run.progress = [&](double, int, int) {
        if (!fs::exists(study.shard_path(3))) fs::copy_file(other.shard_path(3), study.shard_path(3));
    };
    const auto outcome = sweep::run_study(study, run);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.problems().front().code == "E0610");
    CHECK(bytes_of(study.shard_path(3)) == bytes_of(other.shard_path(3)));
    CHECK(must(sweep::status_of(study)).whole == 3);   // nothing of what was finished is lost
}

TEST_CASE("a shard whose line names another version is foreign", "[sweep]") {
    const Folder folder("version");
    write_plan(folder.path, small_plan());
    const Study study = opened(folder.path);
    all_of(study);
    ShardLine line = must(shard_line_from_text(bytes_of(study.line_path(0)), "x"));
    line.version = "0.0.9";
    write_bytes(study.line_path(0), shard_line_text(line));
    const auto outcome = sweep::run_study(study, StudyRun{});
    REQUIRE_FALSE(outcome);
    CHECK(outcome.problems().front().code == "E0611");
}

TEST_CASE("a study is opened only as it was planned", "[sweep]") {
    const Folder folder("open");
    const auto code = [&] {
        const auto study = sweep::open_study(folder.path.string());
        return study ? std::string("opened") : study.problems().front().code;
    };
    CHECK(code() == "E0601");
    write_plan(folder.path, small_plan());
    CHECK(code() == "opened");
    const std::string text = bytes_of(folder.path / "plan.json");
    std::string edited = text;
    edited.replace(edited.find("\"klein\""), 7, "\"groot\"");
    write_bytes(folder.path / "plan.json", edited);
    CHECK(code() == "E0603");
    fs::remove(folder.path / "plan.json");
    sweep::Plan plan = small_plan();
    plan.version = "0.0.9";
    write_plan(folder.path, plan);
    CHECK(code() == "E0602");
    write_bytes(folder.path / "plan.json", text.substr(0, text.size() / 2));
    CHECK(code().substr(0, 3) == "E01");
    write_bytes(folder.path / "plan.json", text);
    CHECK(code() == "opened");
}

TEST_CASE("a line of the manifest reads back equal", "[sweep]") {
    ShardLine line{"digest", "0.1.0", 3, 30, 10, 50, 2, 1, 123456789012, "sum", {{31, 4, "E0401 \"wet\"\n"}, {31, 5, ""}}};
    CHECK(must(shard_line_from_text(shard_line_text(line), "x")) == line);
}

TEST_CASE("where nothing can be written that is told before anything is run", "[sweep]") {
    const Folder folder("unwritable");
    write_plan(folder.path, small_plan());
    const Study study = opened(folder.path);
    write_bytes(folder.path / "shards", "a file");
    Script script;
    const auto outcome = sweep::run_study(study, run_of(script));
    REQUIRE_FALSE(outcome);
    CHECK(outcome.problems().front().code == "E0302");
    CHECK(script.made == 0);
}

}  // namespace study_runner_test
