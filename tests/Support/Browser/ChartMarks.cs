using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>Whether a drawn chart shows marks: lines, points, bars, cells or a surface, not only an empty frame.</summary>
internal static class ChartMarks
{
    // SVG marks must have a size on the screen.
    private const string Count =
        """
        chart => {
          const sized = mark => { const box = mark.getBoundingClientRect(); return box.width + box.height > 1; };
          const marks = chart.querySelectorAll(
            ".scatterlayer .js-line, .scatterlayer .point, .scatterlayer .js-fill, .scatterlayer .textpoint text, .barlayer .point path, .heatmaplayer image, .contourlayer .contourlevel path, .contourlayer .contourfill path, .pielayer path.surface");
          let count = [...marks].filter(mark => sized(mark) && (mark.getAttribute("d") ?? "x").length > 0).length;
          return count;
        }
        """;

    // A drawn surface shows many colours in its middle, empty axes only a few.
    private const string ColoursInTheMiddle =
        """
        async (chart, png) => {
          const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(png), letter => letter.charCodeAt(0))]));
          const copy = new OffscreenCanvas(picture.width, picture.height);
          const pen = copy.getContext("2d");
          pen.drawImage(picture, 0, 0);
          const pixels = pen.getImageData(copy.width / 4, copy.height / 4, copy.width / 2, copy.height / 2).data;
          const colours = new Set();
          for (let i = 0; i < pixels.length; i += 4) colours.add(`${pixels[i] >> 4},${pixels[i + 1] >> 4},${pixels[i + 2] >> 4}`);
          return colours.size;
        }
        """;

    /// <summary>Scrolls a chart into view, waits until it is drawn, and counts its marks.</summary>
    public static async Task<int> CountAsync(ILocator chart)
    {
        await chart.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(chart).ToHaveAttributeAsync("data-drawn", "true");
        if (await chart.Locator(".gl-container canvas").CountAsync() == 0) return await chart.EvaluateAsync<int>(Count);
        // A surface appears a few frames after plotly says that it is drawn.
        for (var frame = 0; frame < 20; frame++)
        {
            var picture = Convert.ToBase64String(await chart.Locator(".chart-plot").ScreenshotAsync());
            if (await chart.EvaluateAsync<int>(ColoursInTheMiddle, picture) > 30) return 1;
        }
        return 0;
    }
}
