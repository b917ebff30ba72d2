#include "file_problems.h"

#include <sys/statvfs.h>

#include <cerrno>
#include <cstring>

#include "ontkoker/io/hdf5/whole_file.h"

namespace ontkoker::file_problems {
namespace {

Problem make(const char* code, std::string message, std::string hint, const std::string& path) {
    Problem problem;
    problem.code = code;
    problem.message = std::move(message);
    problem.hint = std::move(hint);
    problem.file = path;
    return problem;
}

std::string errno_text(int error) {
    return std::string(std::strerror(error)) + " (errno " + std::to_string(error) + ")";
}

bool means_full(int error) { return error == ENOSPC || error == EDQUOT || error == EFBIG; }

std::string free_space(const std::string& path) {
    struct statvfs volume {};
    if (::statvfs(folder_of(path).c_str(), &volume) != 0) return "";
    const auto bytes = static_cast<unsigned long long>(volume.f_bavail) * volume.f_frsize;
    return "; vrij op dit volume: " + std::to_string(bytes) + " bytes";
}

const char* what_to_do(int error) {
    if (means_full(error)) return "maak ruimte, verhoog de grens (quota, ulimit -f) of kies een ander volume";
    if (error == ENOENT || error == ENOTDIR) return "maak eerst de map";
    if (error == EACCES || error == EPERM || error == EROFS) return "kies een map waarin u mag schrijven";
    return "";
}

}  // namespace

Problem exists(const std::string& path) {
    return make("E0301", "het bestand bestaat al en wordt niet ongevraagd overschreven",
                "kies een andere naam of sta overschrijven toe", path);
}

Problem cannot_write(const std::string& path, const char* step, int error, Needed needed) {
    constexpr const char* how[] = {"", "ten minste ", "ongeveer "};
    std::string message = std::string("schrijven mislukt bij ") + step + ": " + errno_text(error) + "; nodig: " +
                          how[needed.how] + std::to_string(needed.bytes) + " bytes";
    if (means_full(error)) message += free_space(path);
    return make("E0302", std::move(message), what_to_do(error), path);
}

Problem not_storable(const std::string& path, const std::string& why) {
    return make("E0303", "deze uitkomsten kunnen niet precies worden bewaard: " + why, "", path);
}

Problem library_failed(const std::string& path, const std::string& why) {
    return make("E0304", "de HDF5-bibliotheek kon het bestand niet opbouwen: " + why, "", path);
}

Problem cannot_read(const std::string& path, const char* step, int error) {
    return make("E0305", std::string("lezen mislukt bij ") + step + ": " + errno_text(error), "", path);
}

Problem not_a_result_file(const std::string& path, const std::string& why) {
    return make("E0306", "dit is geen resultaatbestand van ontkoker: " + why,
                "geef een bestand dat `ontkoker run` of `ontkoker compare` schreef", path);
}

Problem not_a_sweep_file(const std::string& path, const std::string& why) {
    return make("E0306", "dit is geen bestand van een studie: " + why,
                "geef een bestand dat `ontkoker sweep merge` of `ontkoker sweep run` schreef", path);
}

Problem other_format(const std::string& path, std::int64_t found, std::int64_t known) {
    return make("E0307", "dit bestand heeft formaat " + std::to_string(found) + "; dit programma leest formaat " +
                             std::to_string(known),
                found > known ? "gebruik een nieuwere versie van ontkoker" : "gebruik de versie die het bestand schreef",
                path);
}

Problem damaged(const std::string& path, const std::string& why) {
    return make("E0308", "het bestand is beschadigd of onvolledig: " + why,
                "haal een nieuwe kopie, of reken opnieuw vanuit het scenario", path);
}

Problem other_digest(const std::string& path, const std::string& stated, const std::string& found) {
    return make("E0309", "de inhoud is veranderd na het schrijven: het bestand noemt digest " + stated +
                             ", de inhoud geeft " + found,
                "vertrouw deze getallen niet; haal een nieuwe kopie of reken opnieuw", path);
}

Problem other_plan(const std::string& path, const std::string& found, const std::string& wanted) {
    return make("E0610", "dit deel hoort bij een ander plan: " + found + " in plaats van " + wanted,
                "het plan is na het rekenen veranderd, of het bestand komt uit een andere studie", path);
}

Problem other_program(const std::string& path, const std::string& found, const std::string& wanted) {
    return make("E0611", "dit deel is gerekend met versie " + found + " van ontkoker; het plan vraagt versie " + wanted,
                "reken het opnieuw met versie " + wanted, path);
}

}  // namespace ontkoker::file_problems
