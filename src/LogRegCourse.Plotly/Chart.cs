namespace Plotly.NET;

/// <summary>Empty on purpose: with it the name Chart is ambiguous without its alias, as it is with the real library.</summary>
public abstract class Chart;
