using LogRegCourse.Checks.Display;

namespace LogRegCourse.Checks.Tests.Display;

public class SentenceTests
{
    [Theory]
    [InlineData("divide by 1 + e^z", "divide by 1 + e<sup>z</sup>")]
    [InlineData("log(1 + e^−z) < 1", "log(1 + e<sup>−z</sup>) &lt; 1")]
    [InlineData("e^(a + b) is (x)^2", "e<sup>a + b</sup> is (x)<sup>2</sup>")]
    [InlineData("Add p_k * log(p_k / q_k).", "Add p<sub>k</sub> * log(p<sub>k</sub> / q<sub>k</sub>).")]
    [InlineData("my_name, erosion_events and 2 ^ 3 stay", "my_name, erosion_events and 2 ^ 3 stay")]
    public void PowersAndIndices_StandHighAndLow(string text, string html) => Assert.Equal(html, Sentence.Html(text));
}
