// Finished replicates on disk, so that a stopped run goes on where it was. One file per replicate below
// FOLDER/.replicaties/<digest of the effective configuration and version>/, whole or absent.
#pragma once
#include <string>

#include "ontkoker/run/ensemble.h"

namespace ontkoker::cli {

class FileReplicateStore : public ReplicateStore {
public:
    // `folder` is where the result will stand. Nothing is made before the first save.
    FileReplicateStore(const std::string& folder, const std::string& effective_config);

    // A file that is damaged, incomplete or of another configuration counts as absent.
    std::optional<ReplicateCounts> load(int replicate) override;
    Problems save(int replicate, const ReplicateCounts& counts) override;
    // Removes the files; call when the result is whole.
    void remove();

    int loaded() const { return loaded_; }
    int saved() const { return saved_; }
    std::string path_of(int replicate) const;

private:
    std::string key_;  // 32 hexadecimal digits
    std::string parent_, folder_;
    int loaded_ = 0, saved_ = 0;
};

}  // namespace ontkoker::cli
