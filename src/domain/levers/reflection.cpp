// D10: council, management and practice reflect together.
#include "levers.h"

namespace ontkoker::levers {

const LeverRow reflection = {
    "reflection", "share", 0.0, 0.0, 1.0,
    "Reflectie tussen raad, leiding en praktijk op casussen; werkt alleen met rugdekking en verbreedt de blik over jaren",
    "Reflection between council, management and practice on cases; works only with backing and widens views over years",
    "Casussen worden besproken zonder herleidbare persoonsgegevens (AVG).",
    "Berenschot for VNG (2026); VNG Expertiseteam Reikwijdte Jeugdhulpplicht (2020), De kracht van wijd reiken",
    "D10",
    [](double value, Parameters& now) { now.governing.reflection += value * (1.0 - now.governing.reflection); }};

}  // namespace ontkoker::levers
