using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LogRegCourse;

/// <summary>Loops over short pieces of columns with the processor's vector instructions, four columns at a time.</summary>
internal static class Columns
{
    // A constant, as the compiler takes it for one only on its second visit, and these loops are compiled once, at their
    // first call: a program with one processor may wait long for a second.
    private const int Lanes = 8;

    /// <summary>z_i += Σ_j w_j·x_ij over the rows from..from + z.Length.</summary>
    public static void AddCombination(Span<double> z, double[][] columns, ReadOnlySpan<double> weights, int from)
    {
        var j = 0;
        for (; j + 4 <= columns.Length; j += 4)
            AddFour(z, columns[j].AsSpan(from, z.Length), columns[j + 1].AsSpan(from, z.Length), columns[j + 2].AsSpan(from, z.Length), columns[j + 3].AsSpan(from, z.Length), weights.Slice(j, 4));
        for (; j < columns.Length; j++) AddOne(z, columns[j].AsSpan(from, z.Length), weights[j]);
    }

    /// <summary>sums_j += Σ_i r_i·x_ij for the first <paramref name="count"/> columns over the rows from..from + r.Length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddDots(Span<double> sums, double[][] columns, int count, ReadOnlySpan<double> r, int from)
    {
        var j = 0;
        for (; j + 4 <= count; j += 4)
            DotFour(sums.Slice(j, 4), columns[j].AsSpan(from, r.Length), columns[j + 1].AsSpan(from, r.Length), columns[j + 2].AsSpan(from, r.Length), columns[j + 3].AsSpan(from, r.Length), r);
        for (; j < count; j++) sums[j] += Dot(columns[j].AsSpan(from, r.Length), r);
    }

    /// <summary>The same for two lines of sums over one set of columns: Σ_i r_i·x_ij and Σ_i q_i·x_ij.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddDots(
        Span<double> sumsOfR, Span<double> sumsOfQ, double[][] columns, int count, ReadOnlySpan<double> r, ReadOnlySpan<double> q, int from)
    {
        var j = 0;
        for (; j + 4 <= count; j += 4)
            DotTwoByFour(
                sumsOfR.Slice(j, 4), sumsOfQ.Slice(j, 4), columns[j].AsSpan(from, r.Length), columns[j + 1].AsSpan(from, r.Length),
                columns[j + 2].AsSpan(from, r.Length), columns[j + 3].AsSpan(from, r.Length), r, q);
        for (; j < count; j++)
        {
            sumsOfR[j] += Dot(columns[j].AsSpan(from, r.Length), r);
            sumsOfQ[j] += Dot(columns[j].AsSpan(from, q.Length), q);
        }
    }

    /// <summary>The same for four lines of sums, Σ_i q_li·x_ij, over the first <paramref name="count"/> columns, a multiple of four.</summary>
    /// <param name="sums">The four lines, each <paramref name="stride"/> after the one before.</param>
    /// <param name="stride">From line to line.</param>
    /// <param name="columns">The columns x.</param>
    /// <param name="count">How many of them.</param>
    /// <param name="q">The four q, one after the other.</param>
    /// <param name="from">The first row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddFourLines(Span<double> sums, int stride, double[][] columns, int count, ReadOnlySpan<double> q, int from)
    {
        var rows = q.Length / 4;
        for (var j = 0; j < count; j += 4)
            DotFourByFour(
                sums[j..], stride, columns[j].AsSpan(from, rows), columns[j + 1].AsSpan(from, rows), columns[j + 2].AsSpan(from, rows), columns[j + 3].AsSpan(from, rows),
                q[..rows], q.Slice(rows, rows), q.Slice(2 * rows, rows), q[(3 * rows)..]);
    }

    /// <summary>product_i = r_i·x_i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(Span<double> product, ReadOnlySpan<double> r, ReadOnlySpan<double> x)
    {
        var i = 0;
        for (; i <= r.Length - Lanes; i += Lanes) Store(Load(r, i) * Load(x, i), product, i);
        for (; i < r.Length; i++) product[i] = r[i] * x[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Sum(ReadOnlySpan<double> r)
    {
        var sums = Vector512<double>.Zero;
        var i = 0;
        for (; i <= r.Length - Lanes; i += Lanes) sums += Load(r, i);
        var sum = Vector512.Sum(sums);
        for (; i < r.Length; i++) sum += r[i];
        return sum;
    }

    /// <summary>Σ (x_i − centre)².</summary>
    public static double SumOfSquares(ReadOnlySpan<double> x, double centre)
    {
        var sums = Vector512<double>.Zero;
        var i = 0;
        for (; i <= x.Length - Lanes; i += Lanes)
        {
            var distance = Load(x, i) - Vector512.Create(centre);
            sums = Vector512.FusedMultiplyAdd(distance, distance, sums);
        }
        var sum = Vector512.Sum(sums);
        for (; i < x.Length; i++) sum += (x[i] - centre) * (x[i] - centre);
        return sum;
    }

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sums = Vector512<double>.Zero;
        var i = 0;
        for (; i <= a.Length - Lanes; i += Lanes) sums = Vector512.FusedMultiplyAdd(Load(a, i), Load(b, i), sums);
        var sum = Vector512.Sum(sums);
        for (; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    public static Vector512<double> Load(ReadOnlySpan<double> values, int at) => Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)at);

    public static void Store(Vector512<double> value, Span<double> values, int at) => value.StoreUnsafe(ref MemoryMarshal.GetReference(values), (nuint)at);

    /// <summary>Asks the processor for some rows of all columns without waiting for them; without effect on any result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Fetch(double[][] columns, int from, int count)
    {
        if (!Sse.IsSupported) return;
        foreach (var column in columns)
        {
            // The column is not pinned: should it be moved now, an address is asked for in vain.
            var rows = (double*)Marshal.UnsafeAddrOfPinnedArrayElement(column, 0);
            var end = Math.Min(from + count, column.Length);
            for (var i = from; i < end; i += Lanes) Sse.Prefetch0(rows + i);
        }
    }

    /// <summary>z_i += w·x_i, rounded once and alike in every row, so that equal rows get equal sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddOne(Span<double> z, ReadOnlySpan<double> x, double weight)
    {
        var w = Vector512.Create(weight);
        var i = 0;
        for (; i <= z.Length - Lanes; i += Lanes) Store(Vector512.FusedMultiplyAdd(w, Load(x, i), Load(z, i)), z, i);
        for (; i < z.Length; i++) z[i] = Math.FusedMultiplyAdd(weight, x[i], z[i]);
    }

    /// <summary>z_i += w·(x_i − centre), alike in every row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddOneShifted(Span<double> z, ReadOnlySpan<double> x, double weight, double centre)
    {
        var (w, c) = (Vector512.Create(weight), Vector512.Create(centre));
        var i = 0;
        for (; i <= z.Length - Lanes; i += Lanes) Store(Vector512.FusedMultiplyAdd(w, Load(x, i) - c, Load(z, i)), z, i);
        for (; i < z.Length; i++) z[i] = Math.FusedMultiplyAdd(weight, x[i] - centre, z[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddFour(
        Span<double> z, ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c, ReadOnlySpan<double> d, ReadOnlySpan<double> weights)
    {
        var (wa, wb, wc, wd) = (Vector512.Create(weights[0]), Vector512.Create(weights[1]), Vector512.Create(weights[2]), Vector512.Create(weights[3]));
        var i = 0;
        for (; i <= z.Length - Lanes; i += Lanes)
        {
            var sum = Vector512.FusedMultiplyAdd(wa, Load(a, i), Load(z, i));
            sum = Vector512.FusedMultiplyAdd(wb, Load(b, i), sum);
            sum = Vector512.FusedMultiplyAdd(wc, Load(c, i), sum);
            sum = Vector512.FusedMultiplyAdd(wd, Load(d, i), sum);
            Store(sum, z, i);
        }
        for (; i < z.Length; i++)
            z[i] = Math.FusedMultiplyAdd(weights[3], d[i], Math.FusedMultiplyAdd(weights[2], c[i], Math.FusedMultiplyAdd(weights[1], b[i], Math.FusedMultiplyAdd(weights[0], a[i], z[i]))));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DotFour(
        Span<double> sums, ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c, ReadOnlySpan<double> d, ReadOnlySpan<double> r)
    {
        Vector512<double> sa = default, sb = default, sc = default, sd = default;
        var i = 0;
        for (; i <= r.Length - Lanes; i += Lanes)
        {
            var v = Load(r, i);
            sa = Vector512.FusedMultiplyAdd(v, Load(a, i), sa);
            sb = Vector512.FusedMultiplyAdd(v, Load(b, i), sb);
            sc = Vector512.FusedMultiplyAdd(v, Load(c, i), sc);
            sd = Vector512.FusedMultiplyAdd(v, Load(d, i), sd);
        }
        AddSums(sums, sa, sb, sc, sd);
        AddTails(sums, a, b, c, d, r, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DotTwoByFour(
        Span<double> sumsOfR, Span<double> sumsOfQ, ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c, ReadOnlySpan<double> d,
        ReadOnlySpan<double> r, ReadOnlySpan<double> q)
    {
        Vector512<double> ra = default, rb = default, rc = default, rd = default, qa = default, qb = default, qc = default, qd = default;
        var i = 0;
        for (; i <= r.Length - Lanes; i += Lanes)
        {
            var (u, v) = (Load(r, i), Load(q, i));
            var x = Load(a, i);
            (ra, qa) = (Vector512.FusedMultiplyAdd(u, x, ra), Vector512.FusedMultiplyAdd(v, x, qa));
            x = Load(b, i);
            (rb, qb) = (Vector512.FusedMultiplyAdd(u, x, rb), Vector512.FusedMultiplyAdd(v, x, qb));
            x = Load(c, i);
            (rc, qc) = (Vector512.FusedMultiplyAdd(u, x, rc), Vector512.FusedMultiplyAdd(v, x, qc));
            x = Load(d, i);
            (rd, qd) = (Vector512.FusedMultiplyAdd(u, x, rd), Vector512.FusedMultiplyAdd(v, x, qd));
        }
        AddSums(sumsOfR, ra, rb, rc, rd);
        AddSums(sumsOfQ, qa, qb, qc, qd);
        AddTails(sumsOfR, a, b, c, d, r, i);
        AddTails(sumsOfQ, a, b, c, d, q, i);
    }

    /// <summary>Sixteen sums at once: each number that is read takes part in four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DotFourByFour(
        Span<double> sums, int stride, ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c, ReadOnlySpan<double> d,
        ReadOnlySpan<double> q, ReadOnlySpan<double> r, ReadOnlySpan<double> s, ReadOnlySpan<double> t)
    {
        Vector512<double> qa = default, qb = default, qc = default, qd = default, ra = default, rb = default, rc = default, rd = default;
        Vector512<double> sa = default, sb = default, sc = default, sd = default, ta = default, tb = default, tc = default, td = default;
        var i = 0;
        for (; i <= q.Length - Lanes; i += Lanes)
        {
            var (w, x, y, z) = (Load(a, i), Load(b, i), Load(c, i), Load(d, i));
            var line = Load(q, i);
            (qa, qb) = (Vector512.FusedMultiplyAdd(line, w, qa), Vector512.FusedMultiplyAdd(line, x, qb));
            (qc, qd) = (Vector512.FusedMultiplyAdd(line, y, qc), Vector512.FusedMultiplyAdd(line, z, qd));
            line = Load(r, i);
            (ra, rb) = (Vector512.FusedMultiplyAdd(line, w, ra), Vector512.FusedMultiplyAdd(line, x, rb));
            (rc, rd) = (Vector512.FusedMultiplyAdd(line, y, rc), Vector512.FusedMultiplyAdd(line, z, rd));
            line = Load(s, i);
            (sa, sb) = (Vector512.FusedMultiplyAdd(line, w, sa), Vector512.FusedMultiplyAdd(line, x, sb));
            (sc, sd) = (Vector512.FusedMultiplyAdd(line, y, sc), Vector512.FusedMultiplyAdd(line, z, sd));
            line = Load(t, i);
            (ta, tb) = (Vector512.FusedMultiplyAdd(line, w, ta), Vector512.FusedMultiplyAdd(line, x, tb));
            (tc, td) = (Vector512.FusedMultiplyAdd(line, y, tc), Vector512.FusedMultiplyAdd(line, z, td));
        }
        AddSums(sums, qa, qb, qc, qd);
        AddSums(sums[stride..], ra, rb, rc, rd);
        AddSums(sums[(2 * stride)..], sa, sb, sc, sd);
        AddSums(sums[(3 * stride)..], ta, tb, tc, td);
        AddTails(sums, a, b, c, d, q, i);
        AddTails(sums[stride..], a, b, c, d, r, i);
        AddTails(sums[(2 * stride)..], a, b, c, d, s, i);
        AddTails(sums[(3 * stride)..], a, b, c, d, t, i);
    }

    private static void AddSums(Span<double> sums, Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d)
    {
        sums[0] += Vector512.Sum(a);
        sums[1] += Vector512.Sum(b);
        sums[2] += Vector512.Sum(c);
        sums[3] += Vector512.Sum(d);
    }

    private static void AddTails(
        Span<double> sums, ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c, ReadOnlySpan<double> d, ReadOnlySpan<double> r, int from)
    {
        for (var i = from; i < r.Length; i++)
        {
            sums[0] += a[i] * r[i];
            sums[1] += b[i] * r[i];
            sums[2] += c[i] * r[i];
            sums[3] += d[i] * r[i];
        }
    }
}
