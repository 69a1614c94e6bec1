namespace LogRegCourse.Kernel.Scripting;

/// <summary>
/// How deep a text is nested, told before the compiler reads it: what is nested some thousand deep takes the compiler
/// minutes, or the stack. One pass over the characters, which knows texts and comments but no grammar, so it counts
/// rather too much than too little.
/// </summary>
internal ref struct Nesting
{
    /// <summary>Brackets inside brackets.</summary>
    public const int MostBrackets = 64;

    /// <summary>Words and signs since the last separator, those around open brackets included: chains such as
    /// 1 + 1 + 1 or if ... else if ... are trees as deep as they are long.</summary>
    public const int MostInChain = 3000;

    /// <summary>Functions inside the arguments of functions, and interpolated texts inside each other: each doubles the compiler's time.</summary>
    public const int MostDoubling = 7;

    private const char Hole = '$';

    // These go on with what a closed brace was part of; any other word begins a statement.
    private static readonly HashSet<string> Continuing =
        ["else", "catch", "finally", "while", "switch", "is", "as", "with", "when", "and", "or", "not", "select", "from", "where", "orderby", "group", "join", "let", "into", "in", "by", "on", "equals"];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ContinuingWords = Continuing.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly ReadOnlySpan<char> _text;
    private readonly Stack<Level> _open;
    private int _at;
    private int _chain;
    private int _around;
    private int _doubled;
    private bool _isFunction;
    private int _ended;
    private char _endedBy;

    private Nesting(string text)
    {
        _text = text;
        _open = [];
    }

    // What is open, the chain around it, and of a hole in a text that text's own marks.
    private readonly record struct Level(char Sign, int Chain, bool IsFunction, Quotes Text = default);

    private readonly record struct Quotes(int Count, int Dollars, bool IsVerbatim, bool IsOneLine)
    {
        public bool IsRaw => Count >= 3;
    }

    /// <summary>Lets a text pass that the compiler can read.</summary>
    /// <exception cref="TooDeepException">It is nested too deeply, or is too long a chain.</exception>
    public static void Check(string text)
    {
        if (text.Length > MostBrackets && new Nesting(text).TooDeepAt() is { } place) throw new TooDeepException(place, 1 + text.AsSpan(0, place).Count('\n'));
    }

    private int? TooDeepAt()
    {
        while (_at < _text.Length)
        {
            var sign = _text[_at];
            if (char.IsWhiteSpace(sign)) _at++;
            else if (IsWord(sign)) Word();
            else if (sign == '/' && Ahead(1) == '/') SkipPast("\n");
            else if (sign == '/' && Ahead(1) == '*') SkipPast("*/");
            else if (sign == '\'') Text(new(1, 0, IsVerbatim: false, IsOneLine: true), '\'', 1);
            else if (!BeginsText(sign)) Sign(sign);
            if (_open.Count > MostBrackets || _around + _chain > MostInChain || _doubled > MostDoubling) return Math.Min(_at, _text.Length);
        }
        return null;
    }

    private readonly char Ahead(int by) => _at + by < _text.Length ? _text[_at + by] : '\0';

    private static bool IsWord(char sign) => char.IsAsciiLetterOrDigit(sign) || sign is '_' or > '\x7F';

    private void Word()
    {
        var start = _at;
        while (_at < _text.Length && IsWord(_text[_at])) _at++;
        var word = _text[start.._at];
        Next(_endedBy == '}' ? ContinuingWords.Contains(word) : word is "else");
    }

    // One more in the chain; behind the end of a statement perhaps the first of the next.
    private void Next(bool goesOn)
    {
        if (_endedBy != '\0') _chain = goesOn ? _ended : 0;
        _endedBy = '\0';
        _chain++;
    }

    private void Sign(char sign)
    {
        _at++;
        switch (sign)
        {
            case '(' or '[' or '{':
                Next(goesOn: sign == '[' && _endedBy == '}');
                Open(sign);
                break;
            case ')' or ']' or '}':
                Close(sign);
                break;
            case '<' when Ahead(0) is not ('=' or '<' or ' '):
                Next(goesOn: true);
                Open(sign);
                break;
            case '=' when Ahead(0) is '>':
                _at++;
                Next(goesOn: true);
                _isFunction = _open.Count > 0;
                break;
            case '>' when _open.Count > 0 && _open.Peek().Sign == '<':
                Pop();
                break;
            case ';' or ',':
                LeaveAngles();
                if (_endedBy == '\0') _ended = _chain;
                (_chain, _endedBy, _isFunction) = (0, ';', false);
                break;
            default:
                Next(goesOn: true);
                break;
        }
    }

    private void Open(char sign, Quotes text = default)
    {
        _open.Push(new(sign, _chain, _isFunction, text));
        _around += _chain;
        if (_isFunction || sign == Hole) _doubled++;
        (_chain, _endedBy, _isFunction) = (0, '\0', false);
    }

    private Level Pop()
    {
        var level = _open.Pop();
        _around -= level.Chain;
        if (level.IsFunction || level.Sign == Hole) _doubled--;
        (_chain, _endedBy, _isFunction) = (level.Chain, '\0', level.IsFunction);
        return level;
    }

    // A sign for "less" was taken for the bracket of a type's arguments.
    private void LeaveAngles()
    {
        while (_open.Count > 0 && _open.Peek().Sign == '<') Pop();
    }

    private void Close(char sign)
    {
        LeaveAngles();
        if (_open.Count == 0) return;
        var opening = sign switch { ')' => '(', ']' => '[', _ => '{' };
        // A brace ends what was left open inside it.
        while (sign == '}' && _open.Count > 1 && _open.Peek().Sign is '(' or '[') Pop();
        if (sign == '}' && _open.Peek().Sign == Hole) EndHole(Pop().Text);
        else if (_open.Peek().Sign == opening) Pop();
        if (sign == '}') (_ended, _endedBy) = (_chain, '}');
    }

    private void EndHole(Quotes text)
    {
        for (var more = text.IsRaw ? text.Dollars - 1 : 0; more > 0 && Ahead(0) == '}'; more--) _at++;
        Text(text, '"', 0);
    }

    // A text's beginning: any of $ and @, then quotes.
    private bool BeginsText(char sign)
    {
        if (sign is not ('"' or '$' or '@')) return false;
        var (dollars, isVerbatim, length) = (0, false, 0);
        for (; Ahead(length) is '$' or '@'; length++)
        {
            if (Ahead(length) == '$') dollars++;
            else isVerbatim = true;
        }
        var quotes = 0;
        while (Ahead(length + quotes) == '"') quotes++;
        if (quotes == 0) return false;
        Next(goesOn: true);
        if (quotes == 2 || isVerbatim) quotes = 1;
        var restOfLine = _text[Math.Min(_text.Length, _at + length + quotes)..];
        if (restOfLine.IndexOfAny('\r', '\n') is var end and >= 0) restOfLine = restOfLine[..end];
        var isOneLine = quotes >= 3 ? !restOfLine.IsWhiteSpace() : !isVerbatim;
        Text(new(quotes, dollars, isVerbatim, isOneLine), '"', length + quotes);
        return true;
    }

    // From inside a text to its end, or into its next hole.
    private void Text(Quotes text, char quote, int skip)
    {
        for (_at += skip; _at < _text.Length; _at++)
        {
            var sign = _text[_at];
            if (sign == quote && EndsText(text)) return;
            if (sign is '\r' or '\n' && text.IsOneLine) return;
            if (sign == '\\' && !text.IsRaw && !text.IsVerbatim) _at++;
            else if (sign == '{' && text.Dollars > 0 && BeginsHole(text)) return;
        }
    }

    private bool EndsText(Quotes text)
    {
        if (text.IsVerbatim && Ahead(1) == '"')
        {
            _at++;
            return false;
        }
        for (var i = 1; i < text.Count; i++)
            if (Ahead(i) != '"') return false;
        _at += text.Count;
        return true;
    }

    private bool BeginsHole(Quotes text)
    {
        var braces = 1;
        while (Ahead(braces) == '{') braces++;
        var isHole = text.IsRaw ? braces >= text.Dollars : braces % 2 == 1;
        _at += isHole ? braces : braces - 1;
        if (isHole) Open(Hole, text);
        return isHole;
    }

    private void SkipPast(ReadOnlySpan<char> mark)
    {
        var found = _text[(_at + 2)..].IndexOf(mark);
        _at = found < 0 ? _text.Length : _at + 2 + found + mark.Length;
    }
}
