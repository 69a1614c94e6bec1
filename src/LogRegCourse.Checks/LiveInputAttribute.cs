namespace LogRegCourse.Checks;

/// <summary>Marks a method whose call in a cell is a control; front ends know it by this name, without a reference.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LiveInputAttribute : Attribute;
