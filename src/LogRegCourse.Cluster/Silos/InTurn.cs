using System.Globalization;
using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace LogRegCourse.Cluster;

/// <summary>Places partition k on the k-th silo, beginning again behind the last: each silo gets as many as any other.</summary>
[GenerateSerializer]
internal sealed class InTurn : PlacementStrategy;

[AttributeUsage(AttributeTargets.Class)]
internal sealed class InTurnAttribute() : PlacementAttribute(new InTurn());

internal sealed class InTurnDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target).Order().ToArray();
        var key = target.GrainIdentity.Key.ToString()!;
        var number = int.Parse(key[(key.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);
        return Task.FromResult(silos[number % silos.Length]);
    }
}
