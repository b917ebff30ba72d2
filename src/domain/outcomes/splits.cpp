#include "rows.h"

namespace ontkoker::outcomes {

Split no_split() { return {"", {""}, {""}, {""}}; }

Split by_help_type(const Parameters& parameters) {
    Split split{"help_type", {}, {}, {}};
    for (const HelpType& type : parameters.help_types) {
        split.parts.push_back(type.name);
        split.nl.push_back(type.nl);
        split.en.push_back(type.en);
    }
    return split;
}

Split by_scheme(const Parameters& parameters) {
    Split split{"scheme", {}, {}, {}};
    for (const Scheme& scheme : parameters.schemes) {
        split.parts.push_back(scheme.name);
        split.nl.push_back(scheme.nl);
        split.en.push_back(scheme.en);
    }
    return split;
}

Split by_service(const Parameters& parameters) {
    Split split{"service",
                {"access", "debt_help", "parent_care", "board", "certified_institution", "adult_care"},
                {"Toegang (intake)", "Schuldhulp", "Behandeling van ouders", "Raad voor de Kinderbescherming",
                 "Gecertificeerde instelling", "Volwassen-ggz na 18"},
                {"Access (intake)", "Debt help", "Treatment of parents", "Child Protection Board", "Certified institution",
                 "Adult mental-health care after 18"}};
    const Split help = by_help_type(parameters);
    split.parts.insert(split.parts.end(), help.parts.begin(), help.parts.end());
    split.nl.insert(split.nl.end(), help.nl.begin(), help.nl.end());
    split.en.insert(split.en.end(), help.en.begin(), help.en.end());
    return split;
}

Split by_payer() {
    return {"payer",
            {"municipality", "centre_municipality", "rijk", "insurer", "schools", "justice", "creditors", "long_term_care"},
            {"Gemeente", "Centrumgemeente", "Rijk (zonder AOW)", "Zorgverzekeraar", "Scholen (boven een gewone plek)", "Justitie",
             "Schuldeisers (afgeschreven)", "Langdurige zorg (Wlz)"},
            {"Municipality", "Centre municipality", "State (without AOW)", "Health insurer", "Schools (beyond a regular place)", "Justice",
             "Creditors (written off)", "Long-term care"}};
}

Split by_fund() {
    return {"fund",
            {"youth", "income_support", "schemes", "debt_help", "prevention_teams", "wmo"},
            {"Jeugdhulp", "Bijstand", "Minimaregelingen", "Schuldhulp", "Lokale teams en toegang", "Wmo"},
            {"Youth help", "Social assistance", "Schemes for low incomes", "Debt help", "Local teams and access", "Social support (Wmo)"}};
}

Split by_referrer() {
    return {"referrer",
            {"access", "gp", "youth_doctor", "medical_specialist", "gi", "school", "court", "none"},
            {"Gemeentelijke toegang", "Huisarts", "Jeugdarts", "Medisch specialist", "Gecertificeerde instelling", "School", "Rechter", "Geen verwijzer"},
            {"Municipal access", "GP", "Youth doctor", "Medical specialist", "Child-protection agency", "School", "Court", "No referrer"}};
}

Split by_family_group() {
    return {"family_group",
            {"other", "parents", "vulnerable", "lifelong"},
            {"Overige gezinnen", "Problemen van ouders", "Laag inkomen of schulden", "Levenslange beperking"},
            {"Other families", "Parents' problems", "Low income or debts", "Lifelong disability"}};
}

Split by_family() {
    const Split groups = by_family_group();
    const Split bands{"income_band",
                      {"minimum", "low", "higher"},
                      {"tot 101% van het sociaal minimum", "101 tot 130%", "boven 130%"},
                      {"to 101% of the social minimum", "101 to 130%", "above 130%"}};
    Split split{"family", {}, {}, {}};
    for (std::size_t g = 0; g < family_groups; ++g)
        for (std::size_t b = 0; b < income_bands; ++b) {
            split.parts.push_back(groups.parts[g] + "." + bands.parts[b]);
            split.nl.push_back(groups.nl[g] + "; " + bands.nl[b]);
            split.en.push_back(groups.en[g] + "; " + bands.en[b]);
        }
    return split;
}

Split by_age() {
    return {"age", {"0-17", "18-64", "65+"}, {"0-17 jaar", "18-64 jaar", "65 jaar en ouder"}, {"0-17", "18-64", "65 and over"}};
}

}  // namespace ontkoker::outcomes
