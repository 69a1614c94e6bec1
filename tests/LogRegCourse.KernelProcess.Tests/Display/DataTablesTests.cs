using LogRegCourse.KernelProcess.Tests.Support;

namespace LogRegCourse.KernelProcess.Tests.Display;

/// <summary>What showing a value loads is fetched by each reader's browser before the first result.</summary>
public class DataTablesTests
{
    private const string Loaded =
        "Console.Write(string.Join(\" \", AppDomain.CurrentDomain.GetAssemblies().Select(library => library.GetName().Name).Where(name => name is \"System.Data.Common\" or \"System.Private.Xml\")))";

    [Fact]
    public void Libraries_OfTables_AreLoadedByTablesAlone()
    {
        using var kernel = new StartedKernel();
        Assert.Equal("3", kernel.Run("1 + 2").Result);
        Assert.Equal("", kernel.Run(Loaded).Printed);
        Assert.Equal("[ { A = 1 } ]", kernel.Run("var table = new System.Data.DataTable(); table.Columns.Add(\"A\"); table.Rows.Add(1);\ntable").Result);
        Assert.Contains("System.Data.Common", kernel.Run(Loaded).Printed);
    }
}
