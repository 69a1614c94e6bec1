using System.Globalization;

namespace LogRegCourse.Testing;

/// <summary>How often a fuzzer goes round: few times in a test run, LOGREGCOURSE_FUZZ times as often where that is set.</summary>
internal static class FuzzRounds
{
    private static readonly long Factor = long.TryParse(Environment.GetEnvironmentVariable("LOGREGCOURSE_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var factor) ? factor : 1;

    public static long Of(int inATestRun) => inATestRun * Factor;
}

/// <summary>Harms bytes: flips, inserts, removes, repeats, cuts, or puts numbers at the edge of what is read as one.</summary>
internal static class Mutation
{
    private static readonly byte[][] Odd = [[0], [0xFF], [0x7F], [0x80], "\""u8.ToArray(), "{"u8.ToArray(), "["u8.ToArray(), "}"u8.ToArray(), "\\ud800"u8.ToArray(), "null"u8.ToArray(), "1e999"u8.ToArray(), "-1"u8.ToArray(), "99999999999999999999"u8.ToArray(), [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0xE9], [0xED, 0xA0, 0x80]];

    public static byte[] Of(byte[] bytes, Random random)
    {
        List<byte> harmed = [.. bytes];
        for (var times = random.Next(1, 5); times > 0 && harmed.Count > 0; times--)
        {
            var at = random.Next(harmed.Count);
            var length = Math.Min(random.Next(1, 20), harmed.Count - at);
            switch (random.Next(7))
            {
                case 0: harmed[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: harmed[at] = (byte)random.Next(256); break;
                case 2: harmed.RemoveRange(at, length); break;
                case 3: harmed.InsertRange(at, Odd[random.Next(Odd.Length)]); break;
                case 4: harmed.InsertRange(at, harmed.GetRange(random.Next(harmed.Count - length + 1), length)); break;
                case 5: harmed.RemoveRange(at, harmed.Count - at); break;
                default: harmed.InsertRange(at, Enumerable.Repeat(harmed[at], random.Next(200))); break;
            }
        }
        return [.. harmed];
    }
}
