using System.Text.Json;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Studio.Protocol;
using LogRegCourse.Studio.State;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Studio.Tests.Notebooks;

namespace LogRegCourse.Studio.Tests.State;

public class NotebookStateTests
{
    private static NotebookState Start => NotebookState.Of("01-first", SmallNotebook.Of(("title", "# First"), ("a", "var a = 1;"), ("b", "a + 1"), ("c", "2")));

    [Fact]
    public void Opened_DoesNothingButTellThePage()
    {
        var (state, effects) = Start.After(new PageCame(7));
        Assert.Equal(7, Assert.IsType<Tell>(Assert.Single(effects)).Only);
        Assert.Equal(KernelPhase.None, state.Kernel);
    }

    [Fact]
    public void Run_WithoutKernel_StartsOneAndQueuesTheCell()
    {
        var (state, effects) = Ask(Start, new RunCells(["a", "b"]));
        Assert.Single(effects.OfType<StartKernel>());
        Assert.Equal(["a", "b"], effects.OfType<SendToKernel>().Select(send => ((RunCell)send.Command).CellId));
        Assert.Equal([CellPhase.Idle, CellPhase.Queued, CellPhase.Queued, CellPhase.Idle], state.Cells.Select(cell => cell.Phase));
    }

    [Fact]
    public void Run_OfAQueuedTextOrUnknownCell_SendsNothing()
    {
        var (queued, _) = Ask(Start, new RunCells(["a"]));
        var (_, effects) = Ask(queued, new RunCells(["a", "title", "nowhere"]));
        Assert.Empty(effects.OfType<SendToKernel>());
    }

    [Fact]
    public void Run_FromStartToEnd_KeepsOutputsAndSaves()
    {
        var (state, effects) = Play(Start,
            new PageAsked(1, new RunCells(["a"])),
            new KernelSaid(new KernelReady("1")),
            new KernelSaid(new CellStarted("a", 1)),
            new KernelSaid(new TextPrinted("a", PrintStream.Stdout, "x")),
            new KernelSaid(new TextPrinted("a", PrintStream.Stdout, "y")),
            new KernelSaid(new CellFinished("a", CellOutcomeKind.Succeeded, 3)));
        Assert.Equal(KernelPhase.Ready, state.Kernel);
        Assert.Equal(new StreamOutput("stdout", "xy"), Assert.Single(((CodeCell)state.Notebook.Cells[1]).Outputs));
        Assert.Equal(1, ((CodeCell)state.Notebook.Cells[1]).ExecutionCount);
        Assert.Contains(effects, effect => effect is SaveAfterPause);
    }

    [Fact]
    public void KernelEnd_WhileRunning_ShowsTheReasonInTheCellAndFreesTheQueue()
    {
        var (state, _) = Play(Start,
            new PageAsked(1, new RunCells(["a", "b"])), new KernelSaid(new KernelReady("1")), new KernelSaid(new CellStarted("a", 1)),
            new KernelSaid(new KernelEnded("It fell over.")));
        Assert.Equal(KernelPhase.None, state.Kernel);
        Assert.All(state.Cells, cell => Assert.Equal(CellPhase.Idle, cell.Phase));
        Assert.Equal("It fell over.", Assert.IsType<ErrorOutput>(Assert.Single(state.Cells[1].Outputs)).Message);
        Assert.Empty(state.Cells[2].Outputs);
        var (_, effects) = Ask(state, new RunCells(["b"]));
        Assert.Single(effects.OfType<StartKernel>());
    }

    [Theory]
    [InlineData(false, "CompilationError", true)]
    [InlineData(true, "CompilationError", false)]
    [InlineData(false, "DivideByZeroException", false)]
    public void Failure_BelowCellsThatNeverRan_SaysWhatToDo(bool aboveRan, string error, bool isSaid)
    {
        var start = aboveRan ? Play(Start, [.. Ran("a")]).State : Start;
        var (_, effects) = Play(start,
            new KernelSaid(new CellStarted("b", 1)),
            new KernelSaid(new CellFinished("b", CellOutcomeKind.Failed, 1, new CellError(error, "no a", []))));
        Assert.Equal("no a", Assert.Single(News<OutputAdded>(effects)).Output.Text!.Split(": ")[1]);
        Assert.Equal(isSaid, Assert.Single(News<CellRan>(effects)).NeedsCellsAbove == true);
    }

    [Fact]
    public void Exercise_ThatFails_DoesNotEndTheRestOfTheLesson()
    {
        var lesson = NotebookState.Of("01-first", SmallNotebook.Of(("a", "1"), ("exercise-1-1", "var x = ;"), ("check-1-1", "Check(x)")));
        var (_, effects) = Ask(lesson, new RunCells(["a", "exercise-1-1", "check-1-1"]));
        Assert.Equal([true, false, false], effects.OfType<SendToKernel>().Select(send => ((RunCell)send.Command).AbortOnError));
    }

    [Fact]
    public void Answer_ThatRuns_IsCheckedAtOnce()
    {
        var (_, effects) = Ask(OneExercise, new RunCells(["exercise-1-1"]));
        Assert.Equal(["exercise-1-1", "check-1-1"], Sent(effects));
    }

    [Fact]
    public void Check_OfAnAnswerThatHasNotRunAsItStands_RunsTheAnswerFirst()
    {
        Assert.Equal(["exercise-1-1", "check-1-1"], Sent(Ask(OneExercise, new RunCells(["check-1-1"])).Effects));
        var (ran, _) = Play(OneExercise, [new PageAsked(1, new RunCells(["exercise-1-1"])), .. Ran("exercise-1-1"), .. Ran("check-1-1")]);
        Assert.Equal(["check-1-1"], Sent(Ask(ran, new RunCells(["check-1-1"])).Effects));
        var (edited, _) = Ask(ran, new EditCell("exercise-1-1", "var x = 2;"));
        Assert.Equal(["exercise-1-1", "check-1-1"], Sent(Ask(edited, new RunCells(["check-1-1"])).Effects));
    }

    [Fact]
    public void LessonRunFromTheTop_RunsEachHalfOfAnExerciseOnce() =>
        Assert.Equal(["exercise-1-1", "check-1-1"], Sent(Ask(OneExercise, new RunCells(["exercise-1-1", "check-1-1"])).Effects));

    [Theory]
    [InlineData("var x = 1;", false, true)]
    [InlineData("var x = 1;", true, false)]
    [InlineData("var x = 2;", false, false)]
    public void Verdict_OnAnAnswerThatHasNotRunAsItStands_IsNotShown(string text, bool failed, bool isShown)
    {
        var (_, effects) = Play(OneExercise,
            new PageAsked(1, new RunCells(["exercise-1-1"])), new KernelSaid(new KernelReady("1")), new KernelSaid(new CellStarted("exercise-1-1", 1)),
            new KernelSaid(new CellFinished("exercise-1-1", failed ? CellOutcomeKind.Failed : CellOutcomeKind.Succeeded, 1, failed ? new CellError("E", "no", ["no"]) : null)),
            new PageAsked(1, new EditCell("exercise-1-1", text)),
            new KernelSaid(new CellStarted("check-1-1", 2)), new KernelSaid(new TextPrinted("check-1-1", PrintStream.Stdout, "right")),
            new KernelSaid(new CellFinished("check-1-1", CellOutcomeKind.Succeeded, 1)));
        var shown = Assert.Single(News<OutputAdded>(effects), added => added.CellId == "check-1-1").Output;
        Assert.Equal(isShown ? "right" : "", shown.Stream == "stdout" ? shown.Text : "");
        if (!isShown) Assert.Contains("nothing was checked", shown.Text);
    }

    [Fact]
    public void Check_OfAnAnswerThatNeverRan_SaysSo_NotWhatIsMissing()
    {
        var (_, effects) = Play(OneExercise,
            [new PageAsked(1, new RunCells(["exercise-1-1"])), new KernelSaid(new KernelReady("1")),
            .. Failed("exercise-1-1", "There is no semicolon."), .. Failed("check-1-1", "There is no x here.")]);
        Assert.Contains("no semicolon", Assert.Single(News<OutputAdded>(effects), added => added.CellId == "exercise-1-1").Output.Text);
        var shown = Assert.Single(News<OutputAdded>(effects), added => added.CellId == "check-1-1").Output;
        Assert.Contains("nothing was checked", shown.Text);
    }

    [Fact]
    public void Untrusted_RunsNothing_UntilTheReaderSaysSo()
    {
        var lesson = NotebookState.Of("01-first", SmallNotebook.Of(("setup", "evil();"), ("check-1-1", "1"))) with { IsTrusted = false };
        foreach (var command in new PageCommand[] { new RunCells(["setup"]), new AskHint("1.1"), new AnswerQuestion("setup", "1", "x"), new RestartKernel(), new WarmUp(), new MoveInput(1, "w", default) })
        {
            var (state, effects) = lesson.After(new PageAsked(1, command));
            Assert.Equal(KernelPhase.None, state.Kernel);
            Assert.All(effects, effect => Assert.IsType<NoticeGiven>(Assert.IsType<Tell>(effect).News));
        }
        var (trusted, said) = lesson.After(new PageAsked(1, new TrustNotebook()));
        Assert.Contains(said, effect => effect is KeepTrust);
        Assert.Contains(said, effect => effect is Tell { News: NotebookOpened { IsTrusted: true } });
        Assert.Contains(trusted.After(new PageAsked(1, new RunCells(["setup"]))).Effects, effect => effect is SendToKernel);
    }

    private static NotebookState OneExercise => NotebookState.Of("01-first", SmallNotebook.Of(("exercise-1-1", "var x = 1;"), ("check-1-1", "Check(x)")));

    private static IEnumerable<string> Sent(IEnumerable<StudioEffect> effects) => effects.OfType<SendToKernel>().Select(send => ((RunCell)send.Command).CellId);

    private static IEnumerable<TNews> News<TNews>(IEnumerable<StudioEffect> effects) => effects.OfType<Tell>().Select(tell => tell.News).OfType<TNews>();

    [Fact]
    public void Hint_BeforeAnythingRan_RunsTheSetupFirst()
    {
        var lesson = NotebookState.Of("01-first", SmallNotebook.Of(("setup", "using X;"), ("check-1-1", "Check(x)")));
        var (_, effects) = Ask(lesson, new AskHint("1.1"));
        Assert.Equal(["setup", "check-1-1-beside"], effects.OfType<SendToKernel>().Select(send => ((RunCell)send.Command).CellId));
    }

    [Fact]
    public void Page_ThatComesWhileACellWaitsForALine_IsAskedToo()
    {
        var (state, _) = Play(Start, new KernelSaid(new InputRequested("a", "name?", false)));
        var (_, effects) = state.After(new PageCame(7));
        Assert.Contains(effects.OfType<Tell>(), tell => tell is { Only: 7, News: LineAsked { CellId: "a", Prompt: "name?" } });
        Assert.Null(Ask(state, new AnswerInput("me")).State.Asked);
    }

    [Fact]
    public void Page_ThatComesAfterAnInputWasMoved_SeesTheValueItHas()
    {
        var input = new LiveInput("w", "slider", "w", JsonElement.Parse("1"));
        var (state, _) = Play(Start,
            new KernelSaid(new CellFinished("a", CellOutcomeKind.Succeeded, 1, LiveInputs: [input])),
            new KernelSaid(new LiveInputSet(1, "w", JsonElement.Parse("7.4"), ["b"])));
        Assert.Equal(7.4, Assert.Single(state.Cells[1].LiveInputs).Default.GetDouble());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Restart_StartsOneKernelOnly(bool wasRunning)
    {
        var start = wasRunning ? Play(Start, new PageAsked(1, new RunCells(["a"])), new KernelSaid(new KernelReady("1"))).State : Start;
        StudioEvent[] restart = wasRunning
            ? [new PageAsked(1, new RestartKernel()), new PageAsked(1, new RestartKernel()), new KernelSaid(new KernelEnded("Restarted."))]
            : [new PageAsked(1, new RestartKernel())];
        var (state, effects) = Play(start, restart);
        Assert.Equal(wasRunning ? 1 : 0, effects.OfType<EndKernelProcess>().Count());
        Assert.Single(effects.OfType<StartKernel>());
        Assert.Empty(Ask(state, new RunCells(["b"])).Effects.OfType<StartKernel>());
        Assert.Equal(KernelPhase.Starting, state.Kernel);
        Assert.Equal(KernelPhase.Ready, state.After(new KernelSaid(new KernelReady("1"))).State.Kernel);
    }

    [Fact]
    public void Run_WhileTheOldKernelEnds_IsSentToTheNewOne()
    {
        var (state, _) = Play(Start, new PageAsked(1, new RunCells(["a", "c"])), new KernelSaid(new KernelReady("1")), new KernelSaid(new CellStarted("a", 1)));
        var (asked, before) = Play(state, new PageAsked(1, new RestartKernel()), new KernelSaid(new KernelReady("late")), new PageAsked(1, new RunCells(["b"])));
        Assert.Empty(before.OfType<SendToKernel>());
        var (after, effects) = asked.After(new KernelSaid(new KernelEnded("Restarted.")));
        Assert.Equal([typeof(StartKernel), typeof(SendToKernel)], effects.Where(effect => effect is StartKernel or SendToKernel).Select(effect => effect.GetType()));
        Assert.Equal([CellPhase.Idle, CellPhase.Idle, CellPhase.Queued, CellPhase.Idle], after.Cells.Select(cell => cell.Phase));
        Assert.Empty(after.ToRun);
    }

    [Fact]
    public void Edit_TellsTheOtherPagesAndWaitsForAPauseBeforeSaving()
    {
        var (state, effects) = Ask(Start, new EditCell("a", "var a = 2;"), page: 4);
        Assert.Equal(4, effects.OfType<Tell>().Single(tell => tell.News is CellEdited).Except);
        Assert.Single(effects.OfType<SaveAfterPause>());
        Assert.Empty(effects.OfType<SaveFile>());
        var (_, later) = state.After(new PauseEnded());
        Assert.Equal("var a = 2;", Assert.Single(later.OfType<SaveFile>()).Notebook.Cells[1].Source);
    }

    [Fact]
    public void Saved_WhileAnEditCameIn_IsStillUnsaved()
    {
        var (first, _) = Ask(Start, new EditCell("a", "1"));
        var (second, _) = Ask(first, new EditCell("a", "2"));
        var (state, _) = second.After(new FileSaved(first.Revision));
        Assert.False(state.IsSaved);
        Assert.True(state.After(new FileSaved(second.Revision)).State.IsSaved);
    }

    [Fact]
    public void Edit_IsConfirmedToItsPage_WhenTheFileHoldsIt()
    {
        var (typed, effects) = Play(Start, new PageAsked(4, new EditCell("a", "1", Edit: 7, Base: 0)), new PageAsked(4, new EditCell("a", "12", Edit: 8, Base: 0)));
        Assert.Equal([7, 8], effects.OfType<Tell>().Select(tell => tell.News).OfType<EditTaken>().Select(taken => taken.Edit));
        Assert.DoesNotContain(effects, effect => effect is Tell { News: EditsSaved });

        var (saved, after) = typed.After(new FileSaved(typed.Revision));

        Assert.Equal(new Tell(new EditsSaved(8), Only: 4), Assert.Single(after.OfType<Tell>(), tell => tell.News is EditsSaved));
        var (_, again) = Ask(saved, new EditCell("a", "12", Edit: 9, Base: 0), page: 4);
        Assert.Contains(new Tell(new EditsSaved(9), Only: 4), again);
    }

    [Fact]
    public void Edit_ThatDoesNotKnowWhatAnotherPageWrote_IsAnsweredWithThat()
    {
        var (state, _) = Play(Start, new PageAsked(1, new EditCell("a", "one", Edit: 1, Base: 0)), new PageAsked(1, new EditCell("a", "one more", Edit: 2, Base: 0)));

        var (refused, effects) = Ask(state, new EditCell("a", "two", Edit: 1, Base: 0), page: 2);

        Assert.Equal("one more", refused.Cells[1].Cell.Source);
        Assert.Equal(new Tell(new CellEdited("a", "one more", 2), Only: 2), Assert.Single(effects));
        var (both, _) = Ask(refused, new EditCell("a", "one more two", Edit: 2, Base: 2), page: 2);
        Assert.Equal("one more two", both.Cells[1].Cell.Source);
        Assert.Equal("one more two", Ask(both, new EditCell("a", "one more!", Edit: 3, Base: 0), page: 1).State.Cells[1].Cell.Source);
    }

    [Fact]
    public void File_ThatIsGone_IsWrittenAnewOnlyWhenTheStudentSaysSo()
    {
        var (gone, effects) = Ask(Start, new EditCell("a", "mine")).State.After(new FileGone(true));
        Assert.Contains(new Tell(new ConflictFound(true, IsFileGone: true)), effects);
        Assert.Empty(gone.After(new PauseEnded()).Effects.OfType<SaveFile>());
        Assert.True(Assert.Single(Ask(gone, new ResolveConflict(KeepMine: true)).Effects.OfType<SaveFile>()).Overwrite);
        Assert.False(Assert.Single(gone.After(new FileGone(false)).Effects.OfType<SaveFile>()).Overwrite);
    }

    [Fact]
    public void Outputs_OfACellAndALesson_HaveABudget()
    {
        var nine = new Dictionary<string, JsonElement> { ["text/html"] = JsonSerializer.SerializeToElement(new string('x', 9_500_000)) };
        var state = Start;
        foreach (var cell in (string[])["a", "b", "c"])
            state = Play(state, [new KernelSaid(new CellStarted(cell, 1)), .. Enumerable.Repeat(new KernelSaid(new ValueDisplayed(cell, nine, IsResult: false)), 8), new KernelSaid(new CellFinished(cell, CellOutcomeKind.Failed, 1, new CellError("E", new string('y', 50_000_000), [new string('y', 50_000_000)])))]).State;

        Assert.All(state.Cells.Skip(1), cell => Assert.Equal(OutputBudget.Cut, cell.Outputs[^2]));
        Assert.All(state.Cells.Skip(1), cell => Assert.InRange(Assert.IsType<ErrorOutput>(cell.Outputs[^1]).Message.Length, 100_000, 100_100));
        Assert.Equal([2, 2, 0], state.Cells.Skip(1).Select(cell => cell.Outputs.Count(output => output is DisplayOutput)));
    }

    [Fact]
    public void FileChange_WithNothingUnsaved_IsTaken()
    {
        var (state, _) = Start.After(new FileChanged(SmallNotebook.Of(("title", "# First"), ("a", "var a = 9;"))));
        Assert.Equal(["# First", "var a = 9;"], state.Cells.Select(cell => cell.Cell.Source));
    }

    [Theory]
    [InlineData("printed", false)]
    [InlineData("something else", true)]
    public void FileChange_WithOtherOutputs_PutsThemBehindGlass_ThoughTheCellRanHere(string text, bool areStored)
    {
        var ran = Start with { Cells = Start.Cells.SetItem(1, Start.Cells[1].With([new StreamOutput("stdout", "prin"), new StreamOutput("stdout", "ted")], 1) with { AreOutputsStored = false }) };
        var file = Start.Notebook with { Cells = [.. Start.Notebook.Cells.Select(cell => cell is CodeCell { Id: "a" } code ? code with { ExecutionCount = 1, Outputs = [new StreamOutput("stdout", text)] } : cell)] };
        var (state, _) = ran.After(new FileChanged(file));
        Assert.Equal(areStored, state.Cells[1].AreOutputsStored);
    }

    [Theory]
    [InlineData(true, "mine")]
    [InlineData(false, "theirs")]
    public void FileChange_WithUnsavedWork_WaitsForTheStudent(bool keepMine, string expected)
    {
        var (edited, _) = Ask(Start, new EditCell("a", "mine"));
        var (state, effects) = edited.After(new FileChanged(SmallNotebook.Of(("a", "theirs"))));
        Assert.Contains(effects, effect => effect is Tell { News: ConflictFound { IsThere: true } });
        Assert.Empty(state.After(new PauseEnded()).Effects.OfType<SaveFile>());
        var (resolved, after) = Ask(state, new ResolveConflict(keepMine));
        Assert.Equal(expected, resolved.Cells.Single(cell => cell.Id == "a").Cell.Source);
        Assert.Equal(keepMine ? 1 : 0, after.OfType<SaveFile>().Count(save => save.Overwrite));
    }

    [Fact]
    public void DeletedCells_ComeBackInTurn_WhereTheyWere()
    {
        var (one, _) = Ask(Start, new DeleteCell("a"));
        var (two, _) = Ask(one, new DeleteCell("b"));
        Assert.Equal(["title", "c"], two.Cells.Select(cell => cell.Id));
        var (three, _) = Ask(two, new RestoreCell());
        var (four, _) = Ask(three, new RestoreCell());
        Assert.Equal(["title", "a", "b", "c"], four.Cells.Select(cell => cell.Id));
        Assert.Same(four, Ask(four, new RestoreCell()).State);
    }

    [Fact]
    public void Delete_OfARunningCell_IsRefused()
    {
        var (state, _) = Play(Start, new PageAsked(1, new RunCells(["a"])), new KernelSaid(new KernelReady("1")), new KernelSaid(new CellStarted("a", 1)));
        Assert.Equal(4, Ask(state, new DeleteCell("a")).State.Cells.Count);
    }

    [Fact]
    public void Add_WithAnIdThatIsTakenOrNoId_IsRefused()
    {
        Assert.Same(Start.Name, Ask(Start, new AddCell("code", "a")).State.Name);
        Assert.Equal(4, Ask(Start, new AddCell("code", "a")).State.Cells.Count);
        Assert.Equal(4, Ask(Start, new AddCell("code", "../x")).State.Cells.Count);
        Assert.Equal(1, Ask(Start, new AddCell("code", "new", "title")).State.Cells.FindIndex(cell => cell.Id == "new"));
    }

    [Fact]
    public void StaleMark_FollowsWhatACellReads()
    {
        var (ran, _) = Play(Start, [.. Ran("a", defines: "a"), .. Ran("b", reads: new OutsideName("a", "a")), .. Ran("c")]);
        Assert.Empty(ran.Stale);
        var (edited, _) = Ask(ran, new EditCell("a", "var a = 5;"));
        Assert.Equal(["a", "b"], edited.Stale);
        var (back, _) = Ask(edited, new EditCell("a", "var a = 1;"));
        Assert.Empty(back.Stale);
        var (rerun, _) = Play(back, [.. Ran("a", defines: "a")]);
        Assert.Equal(["b"], rerun.Stale);
        Assert.Empty(Play(rerun, [.. Ran("b", reads: new OutsideName("a", "a"))]).State.Stale);
    }

    [Fact]
    public void LiveInput_Moved_ReplacesOutputsButNotTheExecutionCount()
    {
        var (ran, _) = Play(Start, [.. Ran("a"), .. Ran("b")]);
        var (state, effects) = Play(ran,
            new KernelSaid(new CellStarted("b", 0, Request: 5)),
            new KernelSaid(new TextPrinted("b", PrintStream.Stdout, "new")),
            new KernelSaid(new CellFinished("b", CellOutcomeKind.Succeeded, 1, Request: 5)));
        Assert.Equal(1, ((CodeCell)state.Cells[2].Cell).ExecutionCount);
        Assert.Equal(new StreamOutput("stdout", "new"), Assert.Single(state.Cells[2].Outputs));
        Assert.Contains(effects, effect => effect is Tell { News: OutputsCleared { ByInput: true } });
        Assert.Equal(ran.Revision, state.Revision);
    }

    [Fact]
    public void Hint_IsShownButNeverKept()
    {
        var start = NotebookState.Of("x", SmallNotebook.Of(("check-3-2", "Check(\"3.2\", f)")));
        var (asked, effects) = Ask(start, new AskHint("3.2"));
        Assert.Equal("Hint(\"3.2\")", ((RunCell)effects.OfType<SendToKernel>().Single().Command).Source);
        var (state, shown) = asked.After(new KernelSaid(new TextPrinted("check-3-2-beside", PrintStream.Stdout, "try")));
        Assert.IsType<OutputAdded>(Assert.IsType<Tell>(Assert.Single(shown)).News);
        Assert.Empty(state.Cells[0].Outputs);
        Assert.Empty(Ask(start, new AskHint("3.2\"); Environment.Exit(1); (\"")).Effects);
    }

    private static KernelSaid[] Failed(string id, string message) =>
        [new(new CellStarted(id, 1)), new(new CellFinished(id, CellOutcomeKind.Failed, 1, new CellError("CompilationError", message, [message])))];

    private static KernelSaid[] Ran(string id, string? defines = null, OutsideName? reads = null) =>
    [
        new(new CellStarted(id, 1)),
        new(new CellFinished(id, CellOutcomeKind.Succeeded, 1, Dependencies: new CellUse(defines is null ? [] : [defines], reads is null ? [] : [reads], [], []))),
    ];

    private static (NotebookState State, IReadOnlyList<StudioEffect> Effects) Ask(NotebookState state, PageCommand command, int page = 1) =>
        state.After(new PageAsked(page, command));

    private static (NotebookState State, IReadOnlyList<StudioEffect> Effects) Play(NotebookState state, params StudioEvent[] events)
    {
        var all = new List<StudioEffect>();
        foreach (var happened in events)
        {
            (state, var effects) = state.After(happened);
            all.AddRange(effects);
        }
        return (state, all);
    }
}
