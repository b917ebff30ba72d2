// Families in words.
#include <catch2/catch.hpp>

#include <algorithm>

#include "ontkoker/cli/family_wish.h"

using namespace ontkoker;
using namespace ontkoker::cli;

namespace {

std::vector<WishPart> wish(std::string_view text) {
    auto parts = read_wish(text, Language::nl);
    if (!parts) FAIL(parts.problems().front().message);
    return parts.value();
}

}  // namespace

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
