#include "ontkoker/io/html/parts.h"

namespace ontkoker {

// One style sheet for screen, narrow screen and A4. No font is loaded: the reader's own sans-serif serves.
std::string style_sheet() {
    return R"(
:root{--ink:#1a1a1a;--soft:#4a4a4a;--line:#767676;--pale:#f3f5f8;--accent:#1b4f8a}
*{box-sizing:border-box}
html{font:100%/1.5 'Noto Sans','Segoe UI',Roboto,'Liberation Sans',Arial,sans-serif;color:var(--ink);background:#fff}
body{margin:0 auto;max-width:62rem;padding:1rem 1.25rem 3rem}
h1{font-size:1.75rem;line-height:1.25;margin:.5rem 0}
h2{font-size:1.35rem;line-height:1.3;margin:2.25rem 0 .5rem;border-bottom:2px solid var(--accent);padding-bottom:.2rem}
h3{font-size:1.1rem;margin:1.25rem 0 .25rem}
p,ul{margin:.4rem 0 .8rem;max-width:48rem}
small,figcaption,.soft{color:var(--soft);font-size:.9rem}
a{color:var(--accent)}
.skip{position:absolute;left:-60rem}.skip:focus{position:static}
.question{font-size:1.15rem}
.key{border:1px solid var(--line);border-left:6px solid var(--accent);background:var(--pale);padding:.6rem .9rem;margin:.7rem 0;break-inside:avoid}
.key h3{margin:0}
.key .arms{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:.5rem 1.5rem}
.key .big{font-size:1.6rem;font-weight:700;line-height:1.25}
.key .range{font-size:1.1rem;font-weight:400}
.key p{margin:.1rem 0}
.n{white-space:nowrap;font-variant-numeric:tabular-nums}
figure{margin:1.5rem 0;break-inside:avoid}
figure .draw{overflow-x:auto}
figure svg{display:block;width:100%;min-width:40rem;height:auto}
details{margin:.4rem 0}
summary{cursor:pointer;color:var(--accent);padding:.3rem 0;min-height:1.5rem}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.wide{overflow-x:auto;margin:.4rem 0 1rem}
table{border-collapse:collapse;font-size:.92rem;min-width:30rem}
caption{text-align:left;font-weight:700;padding:.3rem 0}
th,td{border-bottom:1px solid #b8b8b8;padding:.3rem .6rem;text-align:left;vertical-align:top}
thead th{border-bottom:2px solid var(--ink);vertical-align:bottom}
th small{font-weight:400}
dt{font-weight:700;margin-top:.5rem}dd{margin:0;overflow-wrap:anywhere}
code{font-family:'Noto Sans Mono',Consolas,'Liberation Mono',monospace;font-size:.9rem}
@media print{
@page{size:A4;margin:15mm}
html{font-size:9.5pt}
body{max-width:none;padding:0}
.skip,summary{display:none}
details::details-content{content-visibility:visible;display:block;height:auto}
.wide,figure .draw{overflow:visible}
figure svg{min-width:0}
table{min-width:0;font-size:8pt}
thead{display:table-header-group}tr{break-inside:avoid}
.key{background:none}
h2,h3{break-after:avoid}
}
)";
}

}  // namespace ontkoker
