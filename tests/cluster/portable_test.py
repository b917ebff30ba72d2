#!/usr/bin/python3
"""The static program (preset portable): the same results as the release build, also in a root with nothing else in it and in
one of an older Debian.

Run with /usr/bin/python3 tests/cluster/portable_test.py after both are built. Roots need root's rights; the older one is made
with debootstrap from where apt gets its packages. What is not there is skipped with the reason.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import study as studies

PORTABLE = studies.ROOT / "build/portable/ontkoker"
OLDER = "bullseye"   # Debian 11, with glibc 2.31
RUN = ["run", "integraal", "--municipality", "woudenberg", "--years", "2", "--replicates", "2", "--seed", "7", "--sample", "4", "--json",
       "--quiet"]


def setUpModule():
    """What the release build makes of one run and one study."""
    global folder, study, run_digest, study_digest
    folder = pathlib.Path(tempfile.mkdtemp(prefix="ontkoker-portable-"))
    unittest.addModuleCleanup(shutil.rmtree, folder, ignore_errors=True)
    run_digest = studies.call(*RUN, "-o", folder / "run.h5")["digest"]
    study = studies.plan(folder / "reference", 4, 1)
    studies.part(study, 1, 1)
    study_digest = studies.merged(study)


class Portable(unittest.TestCase):
    def test_is_one_file_that_asks_for_no_library_and_no_new_kernel(self):
        told = subprocess.run(["readelf", "-l", "-d", "-n", PORTABLE], capture_output=True, text=True, check=True).stdout
        for word in ("INTERP", "NEEDED", "(RPATH)"):
            self.assertNotIn(word, told)
        kernel = re.search(r"OS: Linux, ABI: (\d+)\.(\d+)", told)
        self.assertLessEqual((int(kernel[1]), int(kernel[2])), (3, 2))

    def test_gives_the_results_of_the_release_build(self):
        self.assertEqual(studies.call(*RUN, "-o", folder / "again.h5", program=PORTABLE)["digest"], run_digest)
        self.assertEqual(studies.bytes_of(folder / "again.h5"), studies.bytes_of(folder / "run.h5"))

    def check_in(self, root):
        """Runs everything inside `root`, which gets the program, the model's data and a study."""
        shutil.copy(PORTABLE, root / "ontkoker")
        studies.copy(study, root / "study")
        for data in ("models", "configs"):
            shutil.copytree(studies.ROOT / data, root / "data" / data)
        (root / "tmp").mkdir(exist_ok=True)

        def call(*words, code=0):
            done = subprocess.run(["/usr/sbin/chroot", root, "/ontkoker", *words], capture_output=True, text=True, check=False, env={})
            self.assertEqual(done.returncode, code, done.stdout + done.stderr)
            return done.stdout

        self.assertIn("sweep", call("--help"))
        self.assertEqual(json.loads(call(*RUN, "-o", "/tmp/run.h5", "--root", "/data"))["digest"], run_digest)
        self.assertEqual(json.loads(call("inspect", "/tmp/run.h5", "--json"))["digest"], run_digest)
        call("run", "integraa", "--root", "/data", "-o", "/tmp/b.h5", code=2)
        # A study needs its own folder and nothing else.
        shutil.rmtree(root / "data")
        call("sweep", "run", "/study", "--threads", "2", "--quiet")
        digest = json.loads(call("sweep", "merge", "/study", "-o", "/tmp/merged.h5", "--json", "--quiet"))["digest"]
        self.assertEqual((digest, studies.bytes_of(root / "tmp/merged.h5")), study_digest)

    @unittest.skipIf(os.geteuid(), "chroot needs root")
    def test_where_there_is_nothing_else(self):
        root = folder / "empty"
        root.mkdir()
        self.check_in(root)
        self.assertEqual(sorted(path.name for path in root.iterdir()), ["ontkoker", "study", "tmp"])

    @unittest.skipIf(os.geteuid(), "chroot needs root")
    @unittest.skipUnless(shutil.which("debootstrap", path=os.environ.get("PATH", "") + ":/usr/sbin"), "debootstrap is not installed")
    def test_where_the_c_library_is_older(self):
        root = folder / OLDER
        done = subprocess.run(["debootstrap", "--foreign", "--variant=minbase", OLDER, root, mirror()], capture_output=True, text=True,
                              check=False, env=dict(os.environ, PATH=os.environ["PATH"] + ":/usr/sbin:/sbin"))
        if done.returncode:
            self.skipTest(f"no {OLDER} to be had: {(done.stdout + done.stderr)[-300:]}")
        older = subprocess.run(["/usr/sbin/chroot", root, "/bin/sh", "-c", "ls /lib/x86_64-linux-gnu"], capture_output=True, text=True, check=True)
        version = re.search(r"libc-(\d+)\.(\d+)\.so", older.stdout)
        self.assertLess((int(version[1]), int(version[2])), (2, 36), "not older than Debian 12")
        # The release build cannot start there: the root is older indeed.
        shutil.copy(studies.PROGRAM, root / "release")
        self.assertNotEqual(subprocess.run(["/usr/sbin/chroot", root, "/release", "--help"], capture_output=True, check=False).returncode, 0)
        self.check_in(root)


def mirror():
    """Where apt gets Debian's packages from."""
    sites = subprocess.run(["apt-get", "indextargets", "--format", "$(ORIGIN) $(SITE)", "Created-By: Packages"], capture_output=True,
                           text=True, check=False).stdout
    for line in sites.splitlines():
        if line.startswith("Debian "):
            return line.split()[1]
    raise unittest.SkipTest("apt does not say where Debian's packages come from")


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
