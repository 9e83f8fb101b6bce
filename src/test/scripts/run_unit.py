"""Runs the process of a systemd unit without systemd, and replaces this process by it:

  run_unit.py UNIT ENVIRONMENT_FILE SECRETS STATE PROGRAM [OPTION...]

with the environment, the credentials, the working directory, and the restrictions of system calls, address families,
namespaces, executable memory and core dumps that systemd would apply; the system refuses the others in the same way. PROGRAM
replaces /opt/signet/quarkus-app/quarkus-run.jar or /opt/signet/signet. Needs libseccomp and systemd-analyze, not root.
"""

import ctypes
import os
import resource
import shlex
import shutil
import subprocess
import sys

ALLOW, EPERM, ENOSYS = 0x7FFF0000, 0x00050000 | 1, 0x00050000 | 38
LESS_OR_EQUAL, EQUAL, GREATER, MASKED_EQUAL = 3, 4, 6, 7
FAMILIES = {"AF_UNIX": 1, "AF_INET": 2, "AF_INET6": 10, "AF_NETLINK": 16}
LAST_FAMILY = 46
NAMESPACES = [0x80, 0x20000, 0x02000000, 0x04000000, 0x08000000, 0x10000000, 0x20000000, 0x40000000]
PROT_WRITE, PROT_EXEC, SHM_EXEC = 2, 4, 0o100000
UNKNOWN_CALL = -1


class Comparison(ctypes.Structure):
    _fields_ = [("arg", ctypes.c_uint), ("op", ctypes.c_int), ("a", ctypes.c_uint64), ("b", ctypes.c_uint64)]


class Filter:
    library = ctypes.CDLL("libseccomp.so.2")
    library.seccomp_init.restype = ctypes.c_void_p

    def __init__(self, action):
        self.context = ctypes.c_void_p(self.library.seccomp_init(action))

    def add(self, action, call, *comparisons):
        number = self.library.seccomp_syscall_resolve_name(call.encode())
        if number != UNKNOWN_CALL:
            array = (Comparison * len(comparisons))(*[Comparison(*c) for c in comparisons])
            check(self.library.seccomp_rule_add_array(self.context, action, number, len(comparisons), array))

    def load(self):
        check(self.library.seccomp_load(self.context))


def check(result):
    if result != 0:
        sys.exit(f"libseccomp: {os.strerror(-result)}")


def read_unit(path):
    """Returns the values of each setting of the section Service; a backslash continues a line."""
    settings = {}
    with open(path) as unit:
        for line in unit.read().replace("\\\n", " ").splitlines():
            if "=" in line and not line.startswith("#"):
                name, value = line.split("=", 1)
                settings.setdefault(name, []).append(value.strip())
    return settings


def calls_of(name):
    if not name.startswith("@"):
        return {name}
    lines = subprocess.run(["systemd-analyze", "syscall-filter", name], check=True, capture_output=True, text=True).stdout.splitlines()
    members = [line.strip() for line in lines[1:] if line.strip() and not line.strip().startswith("#")]
    return set().union(*(calls_of(member) for member in members))


def allowed_calls(values):
    allowed = set()
    for value in values:
        for name in value.lstrip("~").split():
            allowed = allowed - calls_of(name) if value.startswith("~") else allowed | calls_of(name)
    return allowed


def restrict(unit):
    denied = Filter(ALLOW)
    families = [FAMILIES[name] for name in unit["RestrictAddressFamilies"][0].split()]
    for family in range(LAST_FAMILY):
        if family not in families:
            denied.add(EPERM, "socket", (0, EQUAL, family, 0))
    denied.add(EPERM, "socket", (0, GREATER, LAST_FAMILY, 0))
    if unit["RestrictNamespaces"] == ["yes"]:
        denied.add(EPERM, "unshare")
        denied.add(EPERM, "setns")
        # As systemd does it: its flags are in memory, and the C library then uses clone.
        denied.add(ENOSYS, "clone3")
        for namespace in NAMESPACES:
            denied.add(EPERM, "clone", (0, MASKED_EQUAL, namespace, namespace))
    if unit.get("MemoryDenyWriteExecute") == ["yes"]:
        denied.add(EPERM, "mmap", (2, MASKED_EQUAL, PROT_EXEC | PROT_WRITE, PROT_EXEC | PROT_WRITE))
        denied.add(EPERM, "mprotect", (2, MASKED_EQUAL, PROT_EXEC, PROT_EXEC))
        denied.add(EPERM, "pkey_mprotect", (2, MASKED_EQUAL, PROT_EXEC, PROT_EXEC))
        denied.add(EPERM, "shmat", (2, MASKED_EQUAL, SHM_EXEC, SHM_EXEC))
    denied.load()
    system_calls = Filter(EPERM)
    for call in allowed_calls(unit["SystemCallFilter"]):
        system_calls.add(ALLOW, call)
    # The start of the program by this process.
    system_calls.add(ALLOW, "execve")
    system_calls.load()


def main():
    unit_file, environment_file, secrets, state, program, *options = sys.argv[1:]
    unit = read_unit(unit_file)
    credentials = os.path.join(state, "credentials")
    os.makedirs(credentials, mode=0o700, exist_ok=True)
    for credential in unit["LoadCredential"]:
        name, source = credential.split(":")
        copy = os.path.join(credentials, name)
        if not os.path.exists(copy):
            shutil.copyfile(os.path.join(secrets, os.path.basename(source)), copy)
            os.chmod(copy, 0o400)
    environment = {"PATH": "/usr/bin:/bin"}
    lines = [part for value in unit["Environment"] for part in shlex.split(value)]
    with open(environment_file) as file:
        lines += [line.strip() for line in file if "=" in line and not line.startswith("#")]
    for line in lines:
        name, value = line.replace("%d", credentials).replace("%S/signet", state).split("=", 1)
        environment[name] = value
    command = shlex.split(unit["ExecStart"][0])
    command = [program if word.startswith("/opt/signet/") else word for word in command]
    # System properties of a JVM are before -jar, those of the binary after its name.
    command[1:1] = options
    core = int(unit["LimitCORE"][0])
    resource.setrlimit(resource.RLIMIT_CORE, (core, core))
    os.umask(int(unit["UMask"][0], 8))
    os.chdir(state)
    restrict(unit)
    os.execve(command[0], command, environment)


main()
