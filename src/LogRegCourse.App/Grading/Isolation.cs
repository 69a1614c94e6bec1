using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using LogRegCourse.App.Kernels;
using LogRegCourse.App.Running;

namespace LogRegCourse.App.Grading;

/// <summary>
/// What keeps a submission's code away from everything else: the strongest that this machine really offers, found out by
/// trying it. Sentence: what is in force, for the report.
/// </summary>
internal sealed class Isolation : IDisposable
{
    private const string Prlimit = "/usr/bin/prlimit";

    private readonly Func<KernelLaunch, KernelLaunch> _around;
    private readonly string? _root;

    private Isolation(string sentence, Func<KernelLaunch, KernelLaunch> around, string? root = null) => (Sentence, _around, _root) = (sentence, around, root);

    public string Sentence { get; }

    /// <summary>Whether code sees only the course's libraries and data, and nothing of the class.</summary>
    public bool IsSandbox => _root is not null;

    /// <summary>A process and a clock, where a platform offers no more.</summary>
    public static Isolation OfProcess() => new("a process of its own and a clock for each submission; it can read and write what you can, so run only what you trust", Managed);

    /// <summary>The strongest isolation that works here.</summary>
    public static Isolation Strongest(CourseFolder course)
    {
        if (!OperatingSystem.IsLinux()) return OfProcess();
        var root = Directory.CreateTempSubdirectory("logregcourse-grade-").FullName;
        var secret = Path.Combine(root, "secret");
        File.WriteAllText(secret, "");
        var sandbox = new Sandbox(course, root, Environment.IsPrivilegedProcess);
        // It counts only if a program starts in it and does not see what lies outside.
        var works = Works(sandbox.Around(new KernelLaunch("/bin/sh", ["-c", "test ! -e \"$0\" && ! ( : > /usr/written ) 2> /dev/null", secret], course.Notebooks)));
        File.Delete(secret);
        if (works)
            return new(
                "a sandbox for each submission: namespaces of its own for files, processes and network, the course read-only, 64 MB to write, limits for memory, processes and time",
                launch => sandbox.Around(Managed(launch)), root);
        Directory.Delete(root, recursive: true);
        if (!Works(Limited(new KernelLaunch("/bin/sh", ["-c", "exit 0"], course.Notebooks)))) return OfProcess();
        return new("limits for memory, file size and time for each submission, without a sandbox: it can read what you can, so run only what you trust", launch => Limited(Managed(launch)));
    }

    public KernelLaunch Around(KernelLaunch launch) => _around(launch);

    public void Dispose()
    {
        if (_root is not null) Directory.Delete(_root, recursive: true);
    }

    // So that a list without an end is an error of the answer, and not the end of its process.
    private static KernelLaunch Managed(KernelLaunch launch) => launch with
    {
        Environment = new Dictionary<string, string>(launch.Environment) { ["DOTNET_GCHeapHardLimit"] = "0x30000000", ["DOTNET_EnableDiagnostics"] = "0" },
    };

    // Processes are not limited here: that limit counts all that the teacher's account runs.
    private static KernelLaunch Limited(KernelLaunch launch) => launch with { Program = Prlimit, Arguments = [.. Sandbox.Limits, launch.Program, .. launch.Arguments] };

    private static bool Works(KernelLaunch launch)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(launch.Program, launch.Arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            if (process.WaitForExit(TimeSpan.FromSeconds(30))) return process.ExitCode == 0;
            process.Kill(entireProcessTree: true);
            return false;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>
/// A file tree of its own, made of what a kernel needs and nothing else: the system's libraries, .NET, the kernel, the
/// course's libraries and data, all read-only, and 64 MB in memory to write to. Processes, network and signals end at its
/// borders, and no right is left that could undo them. What it takes is in util-linux, which every Linux has.
/// </summary>
/// <param name="course">The course.</param>
/// <param name="root">An empty folder, over which each sandbox lays its own tree.</param>
/// <param name="isRoot">The account may do all this itself, and code runs as another user; else it is done in a user namespace.</param>
internal sealed class Sandbox(CourseFolder course, string root, bool isRoot)
{
    // Users that no machine has: the limit of processes counts by user.
    private const int FirstUser = 1_000_000_000;
    private const int Users = 1_000_000_000;

    /// <summary>64 MB for a file, 2 GB of memory that can be written, 180 s of a processor, no dump of memory.</summary>
    public static IReadOnlyList<string> Limits { get; } = ["--fsize=67108864", "--data=2147483648", "--cpu=180", "--core=0"];

    public KernelLaunch Around(KernelLaunch launch)
    {
        var user = isRoot ? (FirstUser + RandomNumberGenerator.GetInt32(Users)).ToString(CultureInfo.InvariantCulture) : "0";
        var programs = launch.Arguments.Take(1).Append(launch.Program).Where(Path.IsPathFullyQualified).Select(file => Path.GetDirectoryName(file)!);
        IEnumerable<string> shown = [.. programs, Path.Combine(course.Notebooks, "bin"), Path.Combine(course.Root, "data")];
        // Nothing of the teacher's environment, which may hold passwords.
        IEnumerable<string> environment = ["PATH=/usr/bin:/bin", "HOME=/tmp", .. launch.Environment.Select(pair => $"{pair.Key}={pair.Value}")];
        return launch with
        {
            Program = "/usr/bin/unshare",
            Environment = new Dictionary<string, string>(),
            Arguments =
            [
                "--mount", "--pid", "--ipc", "--net", "--uts", "--fork", "--kill-child", .. isRoot ? (string[])[] : ["--user", "--map-root-user"],
                "/bin/sh", "-c", Script, "sandbox", root, launch.Folder, user, .. shown, "--",
                "env", "-i", .. environment, "prlimit", "--nproc=256", .. Limits, launch.Program, .. launch.Arguments,
            ],
        };
    }

    private const string Script = """
        set -e
        root=$1 folder=$2 user=$3
        shift 3
        mount -t tmpfs -o size=64m,mode=755,nosuid,nodev sandbox "$root"
        # Each program that is started here takes longer than what it does: few are.
        show() {
          [ -e "$1" ] || return 0
          if [ -h "$1" ]; then cp -P "$1" "$root$1"; return 0; fi
          if [ -d "$1" ]; then mkdir -p "$root$1"; else [ -d "$root${1%/*}" ] || mkdir -p "$root${1%/*}"; : > "$root$1"; fi
          case $1 in /dev/*) mount --bind "$1" "$root$1" ;; *) mount --bind -o ro,nosuid,nodev "$1" "$root$1" ;; esac
        }
        for part in /usr /bin /lib /lib64 /etc/ld.so.cache /dev/null /dev/zero /dev/random /dev/urandom; do show "$part"; done
        while [ "$1" != -- ]; do case $1 in /usr/*|/bin|/lib|/lib64) ;; *) show "$1" ;; esac; shift; done
        shift
        mkdir -p "$root/tmp" "$root/proc" "$root$folder"
        chmod 1777 "$root/tmp"
        mount -t proc proc "$root/proc"
        if [ "$user" != 0 ]; then who="--reuid=$user --regid=$user --clear-groups"; else who=; fi
        exec chroot "$root" setpriv $who --bounding-set=-all --inh-caps=-all --no-new-privs env -C "$folder" "$@"
        """;
}
