// D17: earmarked money of the Rijk.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow temporary_money = {
    "temporary_money", "EUR an inhabitant and year", 0.0, 0.0, 20.0,
    "Tijdelijk geoormerkt geld van het Rijk voor praktische gezinswerkers, euro per inwoner en jaar; het einde is een latere wijziging naar 0",
    "Temporary earmarked money of the State for practical family workers, EUR per inhabitant and year; its end is a later change to 0",
    "Een specifieke uitkering wordt verantwoord en eindigt op haar datum (art. 15a Financiële-verhoudingswet).",
    "Instituut voor Publieke Waarden (2025), actieonderzoek jeugdbescherming in vijf gemeenten, Tilburg",
    "D17",
    [](double value, Parameters& now) { now.governing.temporary_money += value; }};

}  // namespace ontkoker::levers
