"""How the report looks: a well-set document in quiet type, in light, in dark, and on A4 paper."""

from __future__ import annotations

STYLE = """\
:root {
  --paper: #fbf8f1; --ink: #24211c; --soft: #625a4e; --rule: #b9ae9b; --faint: #e6dfd0; --accent: #7a2e22;
  --dots: #8d8272;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1b1a17; --ink: #e9e3d6; --soft: #b3a996; --rule: #5d5648; --faint: #2d2a25; --accent: #e0a58d;
    --dots: #8f8675;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: auto; }
body {
  margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 46rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 "Report Thai", "EB Garamond", "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua",
    "Noto Serif", "Noto Serif Thai", "TH Sarabun New", Georgia, "Times New Roman", serif;
  font-variant-numeric: oldstyle-nums; hyphens: manual; overflow-wrap: break-word;
}
h1, h2, h3 { font-weight: 500; line-height: 1.2; text-wrap: balance; break-after: avoid; }
span:not([class]) { white-space: nowrap; }
a { color: inherit; text-decoration-color: var(--rule); text-underline-offset: 0.15em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
p { margin: 0 0 0.7em; }
ul, ol { margin: 0 0 1em; padding-left: 1.4em; }
.masthead { text-align: center; border-top: 3px double var(--rule); border-bottom: 3px double var(--rule);
  padding: 1.6rem 0 1.1rem; }
.masthead .house {
  margin: 0; letter-spacing: 0.22em; text-transform: uppercase; font-size: 0.8rem; color: var(--soft);
}
.masthead h1 { margin: 0.5rem 0 0.4rem; font-size: 2.1rem; }
.masthead .kind { margin: 0; font-style: italic; }
.masthead .played { list-style: none; margin: 0.9rem 0 0; padding: 0; font-size: 0.9rem; color: var(--soft); }
nav { margin: 1.8rem 0 0; font-size: 0.95rem; }
nav h2 {
  margin: 0 0 0.4rem; font-size: 0.85rem; letter-spacing: 0.14em; text-transform: uppercase; color: var(--soft);
}
nav ol { columns: 2; column-gap: 2rem; }
nav li { break-inside: avoid; }
section { margin-top: 3rem; }
section > h2 { margin: 0 0 1.1rem; padding-bottom: 0.35rem; border-bottom: 1px solid var(--rule); font-size: 1.5rem; }
.case { margin: 0 0 1.9rem; }
.case h3 { margin: 0 0 0.25rem; font-size: 1.18rem; }
.case .date { margin: 0; font-size: 0.85rem; letter-spacing: 0.05em; color: var(--soft); break-after: avoid; }
.marks { list-style: none; margin: 0 0 0.6rem; padding: 0; font-style: italic; color: var(--soft); break-after: avoid; }
.marks li { display: inline; }
.marks li + li::before { content: " · "; }
dl { margin: 0.4rem 0 0.9rem; }
dl > div { padding: 0.3rem 0; border-top: 1px solid var(--faint); break-inside: avoid; }
dt { font-size: 0.85rem; letter-spacing: 0.03em; color: var(--soft); }
dd { margin: 0; }
@media (min-width: 38rem) {
  dl > div { display: grid; grid-template-columns: 11rem 1fr; gap: 1rem; }
  dt { padding-top: 0.15rem; }
}
.grid { margin: 0.9rem 0 1.4rem; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.95rem; line-height: 1.4; }
caption { text-align: left; font-style: italic; padding-bottom: 0.35rem; }
thead { border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule); }
tbody { border-bottom: 1px solid var(--rule); }
tbody tr + tr { border-top: 1px solid var(--faint); }
th, td { padding: 0.35rem 0.7rem 0.35rem 0; text-align: left; vertical-align: top; font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
thead th { font-size: 0.85rem; color: var(--soft); vertical-align: bottom; }
.number { text-align: right; font-variant-numeric: lining-nums tabular-nums; }
.note { margin: 0.4rem 0 0; font-size: 0.88rem; color: var(--soft); }
sup { font-size: 0.68em; line-height: 0; font-variant-numeric: lining-nums; margin-left: 0.15em; }
sup a { text-decoration: none; padding: 0.35em 0.2em; color: var(--soft); }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: 0 1.5rem; }
figure { margin: 1.4rem 0; break-inside: avoid; }
.plot { display: block; width: 100%; max-width: 26rem; margin: 0 auto; color: var(--ink); }
.plot text { font-size: 11px; fill: var(--soft); font-variant-numeric: lining-nums; }
.plot .axis { font-size: 13px; fill: var(--ink); }
.plot .tag { font-size: 12px; fill: var(--ink); }
.plot .frame { fill: none; stroke: var(--rule); }
.plot .tick { stroke: var(--rule); }
.cloud { fill: none; stroke: var(--dots); stroke-linecap: round; }
.cloud.few { stroke-width: 2.4; opacity: 0.55; }
.cloud.some { stroke-width: 3.4; opacity: 0.65; }
.cloud.many { stroke-width: 4.6; opacity: 0.75; }
.walk-away { fill: none; stroke: var(--soft); stroke-dasharray: 5 4; }
.frontier { fill: none; stroke: var(--ink); stroke-width: 1.3; }
.solid { fill: var(--accent); stroke: none; }
.open { fill: none; stroke: var(--ink); stroke-width: 1.7; }
.maps { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 0 1.5rem; }
.outlines { position: absolute; }
.map { display: block; width: 100%; border: 1px solid var(--ink); }
.map use { stroke: #8d7a5e; stroke-width: 0.5; }
.map .frontier { stroke: #3a2c22; stroke-width: 1.5; stroke-linejoin: round; }
.map text { font-size: 11px; fill: #2e221a; font-variant-numeric: lining-nums; }
.map .state { letter-spacing: 0.08em; font-weight: 600; paint-order: stroke; stroke: #f6eeda; stroke-width: 2.5px; }
.map .changed path { stroke: #3a2c22; stroke-width: 0.9; }
.map .changed circle { fill: #fffaf0; stroke: #3a2c22; stroke-width: 1.2; }
.map .changed text { font-size: 10px; font-weight: 600; }
.changes { margin: 0.5rem 0 0; padding-left: 1.6em; text-align: left; font-style: normal; font-size: 0.92rem; }
figcaption { max-width: 34rem; margin: 0.5rem auto 0; font-style: italic; text-align: center; }
.key { list-style: none; margin: 0.5rem 0 0; padding: 0; font-style: normal; font-size: 0.9rem; }
.sign { width: 1.05em; height: 1.05em; vertical-align: -0.18em; }
.content-note { margin: 0.9rem 0 0; font-size: 0.9rem; text-align: left; }
.content-note p { margin: 0 0 0.3em; }
.content-note p:first-child { font-style: italic; color: var(--soft); }
details > summary { margin: 0 0 1rem; cursor: pointer; font-style: italic; color: var(--soft); }
summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
#accounts .case { margin-bottom: 1.2rem; }
#accounts h3 { font-size: 1.05rem; }
#accounts table { font-size: 0.88rem; table-layout: fixed; }
#accounts .case th:nth-child(1) { width: 22%; }
#accounts .case th:nth-child(2) { width: 26%; }
#accounts .case th:nth-child(3) { width: 19%; }
.case details { margin: 0.6rem 0; }
.case details > summary { margin: 0; font-size: 0.95rem; }
#accounts .case caption, .case details caption {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
}
#conferences table { font-size: 0.88rem; }
#conferences th:nth-child(1), #conferences th:nth-child(5) { width: 14%; }
#conferences th:nth-child(4) { width: 9%; }
#branches table { table-layout: fixed; font-size: 0.92rem; }
#branches thead th:first-child { width: 26%; }
#voices .case { padding-left: 1.2rem; border-left: 2px solid var(--rule); }
a.codex { text-decoration-style: dotted; }
.entry { margin: 0 0 1.2rem; }
.entry h3 { margin: 0 0 0.2rem; font-size: 1.08rem; }
.entry .about { margin-left: 0.4em; font-size: 0.85rem; font-style: italic; color: var(--soft); }
.entry p { margin: 0 0 0.3em; font-size: 0.95rem; }
.entry .ways { font-size: 0.85rem; color: var(--soft); }
.entry:target, a.codex:target { background: var(--faint); }
.sources { font-size: 0.92rem; }
.sources li:target { background: var(--faint); }
footer {
  margin-top: 3rem; padding-top: 0.8rem; border-top: 3px double var(--rule); font-size: 0.88rem; color: var(--soft);
}
@page { size: A4; margin: 20mm 20mm 22mm; @bottom-center { content: counter(page); font: 9pt Georgia, serif; } }
@media print {
  :root {
    --paper: #fff; --ink: #000; --soft: #444; --rule: #888; --faint: #ddd; --accent: #000; --dots: #777;
  }
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.42; }
  nav { display: none; }
  summary, .case details:not([open]), :is(#accounts, #briefs, #codex):has(details:not([open])) { display: none; }
  #briefs .case, #briefs:has(details[open]) ~ section { break-before: page; }
  body:has(#codex details:not([open])) .of-codex { display: none; }
  #sources details::details-content { content-visibility: visible; }
  section { margin-top: 1.6rem; }
  a { text-decoration: none; }
  tr, li { break-inside: avoid; }
  thead { display: table-header-group; }
  .grid { overflow: visible; }
  #tables .grid, #interests .grid { break-inside: avoid; }
  caption, thead { break-after: avoid; }
  .plots, .maps { grid-template-columns: 1fr 1fr; }
  .changes { font-size: 9pt; }
  .plot { max-width: 8cm; }
  .plots figure:last-child:nth-child(odd) {
    grid-column: 1 / -1; display: grid; grid-template-columns: 8cm 1fr; gap: 6mm; align-items: center; margin: 0.6rem 0;
  }
  .plots figure:last-child:nth-child(odd) figcaption { margin: 0; text-align: left; }
  #codex details { columns: 2; column-gap: 9mm; }
  .sources { font-size: 9pt; line-height: 1.35; }
  .entry { break-inside: avoid; margin-bottom: 0.8rem; }
  .entry p, .entry .ways { font-size: 9pt; line-height: 1.35; }
  dl > div { grid-template-columns: 4.2cm 1fr; }
  .case:has(dl):not(:has(.grid, .plots)), #words .case, #voices .case, #accounts .case { break-inside: avoid; }
  #seals .case { break-inside: auto; }
  .case > dl { break-before: avoid; }
  dl > div { padding: 0.18rem 0; }
  p { orphans: 3; widows: 3; }
  footer { margin-top: 1.2rem; break-before: avoid; }
}
"""
"""The style sheet; its comments would travel in every report, so it has none."""
