// Families in words.
#include <catch2/catch.hpp>

#include <algorithm>
#include <utility>

#include "ontkoker/cli/family_wish.h"

using namespace ontkoker;
using namespace ontkoker::cli;

namespace cli_family_wish_test {

std::vector<WishPart> wish(std::string_view text) {
    auto parts = read_wish(text, Language::nl);
    if (!parts) FAIL(parts.problems().front().message);
    return parts.value();
}

TEST_CASE("a description in Dutch or English, with commas or words between") {
    for (const char* text :
         {"alleenstaande ouder, schulden, kind van tien", "Alleenstaande ouder met schulden en een kind van 10 jaar",
          "single parent, debts, child of ten", "a single parent with debts and a child of 10 years"}) {
        INFO(text);
        const auto parts = wish(text);
        REQUIRE(parts.size() == 3);
        CHECK(parts[0].wish.trait == Trait::single_parent);
        CHECK(parts[1].wish.trait == Trait::debts);
        CHECK(parts[2].wish.trait == Trait::child_of_age);
        CHECK(parts[2].wish.age == 10);
    }
    CHECK(wish("").empty());
    CHECK(wish(" , ; ").empty());
    CHECK(wish("problematische schulden").front().wish.trait == Trait::problematic_debts);
    CHECK(wish("puber").front().wish.trait == wish("teenager").front().wish.trait);
    CHECK(wish("kind van nul").front().wish.age == 0);
}

TEST_CASE("school, safety, home and young adults have words of their own") {
    const std::pair<const char*, Trait> words[] = {
        {"thuiszitter", Trait::out_of_school},        {"verzuim", Trait::out_of_school},
        {"speciaal onderwijs", Trait::special_school}, {"Veilig Thuis", Trait::reported},
        {"ondertoezichtstelling", Trait::supervised}, {"OTS", Trait::supervised},
        {"uit huis geplaatst", Trait::placed},        {"huisuitzetting", Trait::threatened},
        {"opvang", Trait::homeless},                  {"jongvolwassene", Trait::young_adult},
        {"jongere zonder huis", Trait::young_homeless}, {"vastgelopen", Trait::stuck},
        {"out of school", Trait::out_of_school},      {"placed out of home", Trait::placed},
        {"homeless youth", Trait::young_homeless},    {"about to be evicted", Trait::threatened}};
    for (const auto& [text, trait] : words) {
        INFO(text);
        CHECK(wish(text).front().wish.trait == trait);
    }
    CHECK(wish("thuiszitter met schulden en een ots").size() == 3);
    CHECK(about_young(Trait::young_adult));
    CHECK_FALSE(about_young(Trait::in_help));
}

TEST_CASE("households are found by school, safety, home and young adults") {
    World world;
    const auto at = [&](int adult_age, int child_age) {
        const std::size_t i = world.add_household(AgentKey{world.household_rows() + 1}).index;
        world.adults.birth_day[2 * i] = -static_cast<std::int32_t>(365.25 * adult_age + 183);
        if (child_age >= 0) world.add_child(HouseholdId(i), AgentKey{100 + i}, -static_cast<std::int32_t>(365.25 * child_age + 183), true);
        return i;
    };
    const std::size_t family = at(40, 9), starter = at(20, -1), parents = at(50, 19);
    const auto only = [&](Trait trait, std::size_t wanted) {
        for (const std::size_t i : {family, starter, parents})
            if (fits(world, i, {trait, 0}, 0) != (i == wanted)) return false;
        return true;
    };
    CHECK_FALSE(fits(world, family, {Trait::out_of_school, 0}, 0));
    world.children.school[0].at_home = 1;
    world.children.safety[0] = {.phase = SafetyPhase::assessment, .measure = Measure::supervision, .stay = Stay::away};
    for (const Trait trait : {Trait::out_of_school, Trait::reported, Trait::supervised, Trait::placed}) CHECK(only(trait, family));
    world.children.school[0] = {};
    world.children.school[0].place = SchoolPlace::special;
    CHECK(only(Trait::special_school, family));
    world.households.housing[family].home = HomeState::judgment;
    CHECK(only(Trait::threatened, family));
    world.households.housing[family].home = HomeState::shelter;
    CHECK(only(Trait::homeless, family));
    world.households.deadlock[starter].kinds = stuck_benefit;
    CHECK(only(Trait::stuck, starter));
    CHECK_FALSE(fits(world, family, {Trait::young_adult, 0}, 0));
    CHECK(fits(world, starter, {Trait::young_adult, 0}, 0));
    CHECK(fits(world, parents, {Trait::young_adult, 0}, 0));
    world.children.young[1].home = YoungHome::crisis;
    CHECK(only(Trait::young_homeless, parents));
}

TEST_CASE("every word that nobody knows is told with the likely one") {
    auto parts = read_wish("alleenstaande oudr, schulden, kind van tein", Language::nl);
    REQUIRE_FALSE(parts);
    REQUIRE(parts.problems().size() == 2);
    CHECK(parts.problems()[0].code == "E0001");
    CHECK(parts.problems()[0].hint == "bedoelde u ‘alleenstaande ouder’?");
    CHECK(parts.problems()[1].hint == "bedoelde u ‘kind van tien’?");
    auto far = read_wish("xyzzy", Language::en);
    REQUIRE_FALSE(far);
    CHECK(far.problems()[0].hint.find("single parent") != std::string::npos);
    CHECK_FALSE(read_wish("kind van 30", Language::nl));
}

TEST_CASE("all phrases that help shows are understood") {
    for (const Language language : {Language::nl, Language::en}) {
        const std::size_t commas = [&] {
            const std::string all = wish_phrases(language);
            return static_cast<std::size_t>(std::count(all.begin(), all.end(), ','));
        }();
        auto parts = read_wish(wish_phrases(language), language);
        REQUIRE(parts);
        CHECK(parts.value().size() == commas + 1);
    }
}

}  // namespace cli_family_wish_test
