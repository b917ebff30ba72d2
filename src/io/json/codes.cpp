#include "ontkoker/io/json/codes.h"

namespace ontkoker::json {
namespace {

constexpr ProblemKind kinds[] = {
    {codes::syntax, "De tekst is geen geldige JSON.", "The text is not valid JSON."},
    {codes::cut_off, "De tekst houdt op voordat alles gesloten is.", "The text ends before everything is closed."},
    {codes::duplicate_key, "Een sleutel staat twee keer in hetzelfde object.", "A key stands twice in one object."},
    {codes::not_finite, "Een getal is oneindig of geen getal.", "A number is infinite or not a number."},
    {codes::too_deep, "De tekst is dieper genest dan 64 lagen.", "The text is nested deeper than 64 levels."},
    {codes::byte_order_mark, "Het bestand begint met een byte order mark; alleen UTF-8 zonder BOM kan.",
     "The file starts with a byte order mark; only UTF-8 without one is read."},
    {codes::encoding, "Het bestand is geen geldige UTF-8 of bevat nultekens.",
     "The file is not valid UTF-8 or holds NUL characters."},
    {codes::too_long, "Een tekst is langer dan 4096 bytes.", "A string is longer than 4096 bytes."},
    {codes::too_large, "Het bestand is groter dan 8 MiB.", "The file is larger than 8 MiB."},
    {codes::too_many, "Het bestand bevat meer dan 100000 waarden.", "The file holds more than 100000 values."},
    {codes::comment, "Een commentaar is niet gesloten of begint verkeerd.",
     "A comment is not closed or begins wrongly."},
    {codes::empty, "Het bestand is leeg.", "The file is empty."},
    {codes::unknown_key, "Een sleutel heeft hier geen betekenis.", "A key has no meaning here."},
    {codes::missing, "Er ontbreekt een verplichte sleutel of opgave.", "A required key or argument is missing."},
    {codes::wrong_type, "Een waarde is van de verkeerde soort.", "A value is of the wrong kind."},
    {codes::out_of_bounds, "Een getal valt buiten de toegestane grenzen.", "A number lies outside the allowed bounds."},
    {codes::range_order, "Een waarde en haar onder- en bovengrens kloppen niet met elkaar.",
     "A value and its lower and upper end do not agree."},
    {codes::wrong_format, "De sleutel format noemt een ander soort bestand.",
     "The key format names another kind of file."},
    {codes::bad_date, "Een datum of maand is verkeerd geschreven of bestaat niet.",
     "A date or month is misspelt or does not exist."},
    {codes::date_outside, "Een verandering begint buiten de periode van de run.",
     "A change starts outside the period of the run."},
    {codes::unknown_lever, "Er is geen beleidsknop met deze naam.", "There is no lever of this name."},
    {codes::unknown_scenario, "Er is geen scenario met deze naam.", "There is no scenario of this name."},
    {codes::unknown_municipality, "Er is geen gemeenteprofiel met deze naam.",
     "There is no municipality of this name."},
    {codes::unknown_parameter, "Er is geen parameter of cijfer met deze naam.",
     "There is no parameter or figure of this name."},
    {codes::unknown_process, "Er is geen proces met deze naam.", "There is no process of this name."},
    {codes::unknown_file, "Er is geen vergelijking, overlay of studie met deze naam.",
     "There is no comparison, overlay or study of this name."},
    {codes::unknown_word, "Het woord hoort niet bij de mogelijke woorden.",
     "The word is not one of the possible words."},
    {codes::cycle, "Scenario's bouwen in een kring op elkaar voort.", "Scenarios extend each other in a circle."},
    {codes::empty_text, "Een verplichte tekst of lijst is leeg.", "A required text or list is empty."},
    {codes::twice, "Iets is twee keer opgegeven.", "Something is given twice."},
    {codes::wrong_size, "Een tabel heeft het verkeerde aantal getallen.", "A table has the wrong number of entries."},
    {codes::not_whole, "Hier hoort een geheel getal.", "A whole number belongs here."},
    {codes::bad_name, "Een naam bevat andere tekens dan a-z, 0-9, _ en -, of wijkt af van de bestandsnaam.",
     "A name holds other signs than a-z, 0-9, _ and -, or differs from that of the file."},
    {codes::other_unit, "Een eenheid past niet bij de waarde of wijkt af van die in het model.",
     "A unit does not suit the value or differs from that in the model."},
    {codes::inconsistent, "Twee cijfers spreken elkaar tegen.", "Two figures contradict each other."},
    {codes::missing_row, "Een parameter van het model staat in geen enkel bestand.",
     "A parameter of the model stands in no file."},
    {codes::plan_edited, "Het plan van een studie is na het maken veranderd.",
     "The plan of a study was changed after it was made."},
    {codes::cannot_open, "Een bestand of map kan niet worden geopend.", "A file or folder cannot be opened."},
    {codes::cannot_read, "Een bestand kan niet worden gelezen.", "A file cannot be read."},
};

}  // namespace

std::span<const ProblemKind> problem_kinds() { return kinds; }

}  // namespace ontkoker::json
