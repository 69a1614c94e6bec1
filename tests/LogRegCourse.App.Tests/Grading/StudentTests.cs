using LogRegCourse.App.Grading;

namespace LogRegCourse.App.Tests.Grading;

public class StudentTests
{
    private static readonly string[] Lessons = ["02-the-slope-of-the-sigmoid", "05-the-gradient"];

    [Theory]
    [InlineData("ada.ipynb", "ada")]
    [InlineData("ada/02-the-slope-of-the-sigmoid.ipynb", "ada")]
    [InlineData("05-the-gradient/ada.ipynb", "ada")]
    [InlineData("ada/notebooks/02-the-slope-of-the-sigmoid (1).ipynb", "ada")]
    [InlineData("ada.zip/lessons/02-the-slope-of-the-sigmoid.ipynb", "ada")]
    [InlineData("Ada Lovelace_4711_assignsubmission_file_/02-the-slope-of-the-sigmoid.ipynb", "Ada Lovelace", "4711")]
    [InlineData("all.zip/Zoë O'Neil-Ng_12_assignsubmission_file/work.zip/lessons/05-the-gradient.ipynb", "Zoë O'Neil-Ng", "12")]
    [InlineData("Ada Lovelace_4711_assignsubmission_file_02-the-slope-of-the-sigmoid.ipynb", "Ada Lovelace", "4711")]
    [InlineData("Participant_4711_assignsubmission_file/02-the-slope-of-the-sigmoid.ipynb", "Participant 4711", "4711")]
    [InlineData("lovelace_byronada_99_123_02-the-slope-of-the-sigmoid.ipynb", "lovelace_byronada", null, "99")]
    [InlineData("LATE_anon_aB3xY_123_02-the-slope-of-the-sigmoid-1.ipynb", "anon_aB3xY", null, null, 2)]
    [InlineData("lovelaceada_99_123_02-the-slope-of-the-sigmoid.ipynb", "lovelaceada", null, "99")]
    [InlineData("lovelaceada_LATE_99_123_02-the-slope-of-the-sigmoid-1.ipynb", "lovelaceada", null, "99", 2)]
    [InlineData("\u202Eada\u0007.ipynb", "\uFFFDada\uFFFD")]
    [InlineData("05-the-gradient.ipynb", "05-the-gradient.ipynb")]
    public void Student_IsReadFromWhereTheNotebookLay(string path, string name, string? moodle = null, string? canvas = null, int? attempt = null) =>
        Assert.Equal((new Student(name, moodle, canvas), attempt), Student.Of(path.Split('/'), Lessons));
}
