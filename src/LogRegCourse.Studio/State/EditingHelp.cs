using LogRegCourse.Studio.Protocol;
using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.Studio.State;

/// <summary>
/// Completion, hover and diagnosis: questions of one page that change nothing. Each page counts its own requests; the
/// kernel gets numbers of ours, and its answers find their way back.
/// </summary>
internal sealed class EditingHelp(Action<KernelCommand> send)
{
    private const int RememberedQuestions = 1000;

    private readonly Dictionary<int, (int Page, int Request)> _asked = [];
    private readonly Lock _guard = new();
    private int _last;

    public void Ask(PageAsked question)
    {
        switch (question.Command)
        {
            case AskCompletions ask: send(new Complete(Remember(question.Page, ask.Request), ask.CellId, ask.Source, ask.Position)); break;
            case AskHover ask: send(new Hover(Remember(question.Page, ask.Request), ask.CellId, ask.Source, ask.Position)); break;
            case AskDiagnosis ask: send(new Diagnose(Remember(question.Page, ask.Request), ask.CellId, ask.Source)); break;
        }
    }

    /// <summary>The page's answer, or null when the kernel speaks of something else.</summary>
    public StudioEvent? Answer(KernelEvent news) => news switch
    {
        CompletionsFound found => For(found.Request, request => new CompletionsListed(request, found.Start, found.End, found.Items)),
        HoverFound found => For(found.Request, request => new HoverShown(request, found.Start, found.End, found.Signature, found.Documentation)),
        Diagnosed found => For(found.Request, request => new DiagnosisMade(request, found.Items)),
        _ => null,
    };

    private int Remember(int page, int request)
    {
        lock (_guard)
        {
            _asked[++_last] = (page, request);
            _asked.Remove(_last - RememberedQuestions);
            return _last;
        }
    }

    private AnswerFound For(int number, Func<int, PageNews> news)
    {
        lock (_guard)
        {
            var (page, request) = _asked.GetValueOrDefault(number);
            _asked.Remove(number);
            return new AnswerFound(page, news(request));
        }
    }
}
