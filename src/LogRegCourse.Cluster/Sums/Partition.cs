using System.Diagnostics;

namespace LogRegCourse.Cluster;

/// <summary>Some of the rows, and the sums over them. Knows nothing of where it runs.</summary>
internal sealed class Partition(PartitionSource source, string silo)
{
    // As many at once as there are processors: more would be no faster, and each holds blocks of rows.
    private static readonly SemaphoreSlim Processors = new(Environment.ProcessorCount);

    private readonly List<RowBlock> _held = [];
    private (long Pass, PartitionSum Sum)? _last;
    private bool _allHeld;

    /// <summary>The sums at the pass's weights; each row is counted once, however often the pass is asked for.</summary>
    public async Task<PartitionSum> SumAsync(Pass pass)
    {
        if (_last is { } last && last.Pass == pass.Number) return last.Sum;
        await Processors.WaitAsync();
        try
        {
            var sum = await ReadAsync(pass);
            _last = (pass.Number, sum);
            return sum;
        }
        finally
        {
            Processors.Release();
        }
    }

    private async Task<PartitionSum> ReadAsync(Pass pass)
    {
        var watch = Stopwatch.StartNew();
        var terms = new RowTerms(pass.Weights, pass.Hessian);
        var sums = new CompensatedSums(RowTerms.Count(pass.Weights.Length, pass.Hessian));
        var rows = 0L;
        try
        {
            if (_allHeld)
            {
                foreach (var block in _held) Add(block);
            }
            else
            {
                await foreach (var block in source.ReadAsync())
                {
                    Add(block);
                    if (source.Hold) _held.Add(block.Copy());
                }
                _allHeld = source.Hold;
            }
        }
        catch (BadRowException bad)
        {
            _held.Clear();
            return new PartitionSum(0, [], [], watch.Elapsed.TotalSeconds, silo, bad.Row);
        }
        return new PartitionSum(rows, sums.High.ToArray(), sums.Lost.ToArray(), watch.Elapsed.TotalSeconds, silo);

        void Add(RowBlock block)
        {
            for (var i = 0; i < block.Count; i++) sums.Add(terms.Of(block.X(i), block.Y(i)));
            rows += block.Count;
        }
    }
}
