"""A real Slurm on this machine's loopback, for tests: one controller and some nodes, each in a process-id namespace of its
own, so that killing a node takes with it whatever runs there, as when a machine loses power.

    with LocalSlurm(nodes=4) as slurm:
        subprocess.run(["sbatch", ...], env=slurm.environment)

Everything lives in one folder below the system's temporary one. Daemons are children of this process in the foreground: the
kernel ends them when this process dies in whatever way, and stop() ends them by their pid files. Needs root (for the
namespaces) and Debian's slurm-wlm and munge. Unavailable is raised, with the reason, where it cannot run.
"""
import contextlib
import ctypes
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time

PROGRAMS = ("munged", "slurmctld", "slurmd", "sbatch", "squeue", "scontrol", "sinfo", "unshare")
SECONDS_TO_START = 30

CONFIGURATION = """\
ClusterName=ontkoker
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={controller_port}
SlurmUser=root
SlurmdUser=root
# Else the daemons would listen on every address of the machine.
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
AuthType=auth/munge
# A requeued job may start again after cred_expire seconds (120 as a rule).
AuthInfo=socket={folder}/run/munge.sock,cred_expire=5
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool/%n
SlurmctldPidFile={folder}/run/slurmctld.own.pid
SlurmdPidFile={folder}/run/slurmd.%n.own.pid
SlurmctldLogFile={folder}/log/slurmctld.log
SlurmdLogFile={folder}/log/slurmd.%n.log
# No control groups: the nodes share one machine.
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=bf_interval=1,sched_min_interval=100000,batch_sched_delay=0
ReturnToService=2
SlurmdTimeout=10
MessageTimeout=5
KillWait=2
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
JobCompType=jobcomp/none
SlurmdParameters=config_overrides
PropagateResourceLimits=NONE
{node_lines}
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""


class Unavailable(Exception):
    """Slurm cannot run here; the text says why."""


def ends_with_parent():
    """Asks the kernel to kill this process when its parent dies (prctl, PR_SET_PDEATHSIG)."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def free_ports(count):
    """Ports of 127.0.0.1 that nothing listens on; held together, so that no two are equal."""
    with contextlib.ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


def wait_for(condition, seconds, what, pause=0.1):
    """The first true value of condition(); TimeoutError tells what was waited for."""
    end = time.monotonic() + seconds
    while not (value := condition()):
        if time.monotonic() > end:
            raise TimeoutError(f"{what}: not within {seconds} s")
        time.sleep(pause)
    return value


class LocalSlurm:
    def __init__(self, nodes=4, cpus=1):
        missing = [name for name in PROGRAMS if not shutil.which(name, path=self.search_path())]
        if missing:
            raise Unavailable("not installed: " + ", ".join(missing) + " (Debian: slurm-wlm, munge)")
        if os.geteuid() != 0:
            raise Unavailable("needs root, to give every node a process-id namespace")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ontkoker-slurm-"))
        self.nodes = [f"n{i + 1}" for i in range(nodes)]
        self.cpus = cpus
        self.ports = free_ports(nodes + 1)
        self.children = {}
        self.environment = {"PATH": self.search_path(), "SLURM_CONF": str(self.folder / "slurm.conf"),
                            "HOME": str(self.folder), "LC_ALL": "C.UTF-8"}

    @staticmethod
    def search_path():
        return os.environ.get("PATH", "/usr/bin:/bin") + ":/usr/sbin:/sbin"

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    # --- start and stop -----------------------------------------------------------------------------------------------

    def start(self):
        for name in ("state", "log", "run", *(f"spool/{node}" for node in self.nodes)):
            (self.folder / name).mkdir(parents=True)
        self.folder.chmod(0o755)   # munged refuses a socket that others cannot reach
        key = self.folder / "munge.key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o400)
        host = socket.gethostname().split(".")[0]
        node_lines = "\n".join(
            f"NodeName={node} NodeHostname={host} NodeAddr=127.0.0.1 Port={port} CPUs={self.cpus} Boards=1 SocketsPerBoard=1 "
            f"CoresPerSocket={self.cpus} ThreadsPerCore=1 RealMemory=4000 State=UNKNOWN"
            for node, port in zip(self.nodes, self.ports[1:]))
        (self.folder / "slurm.conf").write_text(
            CONFIGURATION.format(folder=self.folder, host=host, controller_port=self.ports[0], node_lines=node_lines))
        try:
            self.launch("munged", "munged", "--foreground", "--force", f"--key-file={key}", f"--socket={self.folder}/run/munge.sock",
                        f"--pid-file={self.folder}/run/munged.own.pid", f"--log-file={self.folder}/log/munged.log",
                        f"--seed-file={self.folder}/run/munge.seed")
            wait_for((self.folder / "run/munge.sock").exists, SECONDS_TO_START, "munge", 0.02)
            self.start_controller()
            for node in self.nodes:
                self.start_node(node)
            wait_for(lambda: len(self.ask("sinfo", "-h", "-N", "-t", "idle", "-o", "%N").split()) == len(self.nodes),
                     SECONDS_TO_START, "all nodes idle")
        except (OSError, TimeoutError) as problem:
            raise Unavailable(f"{problem}; last words of the daemons:\n{self.last_words()}") from problem

    def stop(self):
        for name in reversed(list(self.children)):
            self.kill(name)
        shutil.rmtree(self.folder, ignore_errors=True)

    def start_controller(self):
        self.launch("slurmctld", "slurmctld", "-D")

    def start_node(self, node):
        self.launch(node, "unshare", "--pid", "--fork", "--kill-child", "--mount-proc", "slurmd", "-D", "-N", node)

    def launch(self, name, *words):
        with open(self.folder / "log" / f"{name}.out", "ab") as out:
            child = subprocess.Popen(words, env=self.environment, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
                                     preexec_fn=ends_with_parent, start_new_session=True)
        self.children[name] = child
        (self.folder / "run" / f"{name}.pid").write_text(str(child.pid))

    def kill(self, name):
        """kill -9 of a daemon by its pid file; of a node: with everything that runs on it."""
        file = self.folder / "run" / f"{name}.pid"
        child = self.children.pop(name, None)
        if child and file.exists() and child.poll() is None:
            os.kill(int(file.read_text()), signal.SIGKILL)
        if child:
            child.wait()
        file.unlink(missing_ok=True)

    # --- asking and looking -------------------------------------------------------------------------------------------

    def ask(self, *words):
        """What a command of Slurm prints; empty when it fails (the controller may be gone)."""
        return subprocess.run(words, env=self.environment, capture_output=True, text=True, check=False).stdout

    def listening(self):
        """(address, port) of everything that listens on a port of this cluster, from the kernel's tables."""
        found = []
        for table in ("/proc/net/tcp", "/proc/net/tcp6"):
            if not os.path.exists(table):
                continue
            with open(table, encoding="ascii") as lines:
                for line in lines.readlines()[1:]:
                    fields = line.split()
                    address, port = fields[1].split(":")
                    if fields[3] == "0A" and int(port, 16) in self.ports:   # 0A: listens
                        found.append((address, int(port, 16)))
        return found

    def left_over(self):
        """Processes that still know this cluster's folder, apart from this one."""
        found = []
        for entry in pathlib.Path("/proc").iterdir():
            if not entry.name.isdigit() or int(entry.name) == os.getpid():
                continue
            try:
                if str(self.folder).encode() in (entry / "environ").read_bytes() + (entry / "cmdline").read_bytes():
                    found.append(f"{entry.name} {(entry / 'cmdline').read_bytes()!r}")
            except OSError:
                continue
        return found

    def last_words(self, lines=15):
        words = []
        for log in sorted((self.folder / "log").glob("*")):
            words += [f"--- {log.name}", *log.read_text(errors="replace").splitlines()[-lines:]]
        return "\n".join(words)
