/** How a pack looks, on a screen and on A4: every length hangs on the size of type, so that both are one setting. */
import { COLUMN, PACK_FAMILY, PAPER } from './pack-paper.ts';

const { margin } = PAPER;

const PAGE = `
@page{size:A4 portrait;margin:${String(margin.top)}mm ${String(margin.right)}mm ${String(margin.bottom)}mm ${String(margin.left)}mm;font-family:'${PACK_FAMILY}',Arial,sans-serif;font-size:7.5pt;line-height:10pt;color:#595959}
@page{@top-left{vertical-align:bottom;padding-bottom:4mm}@top-right{vertical-align:bottom;padding-bottom:4mm;text-align:right}@bottom-left{vertical-align:top;padding-top:4mm}@bottom-right{vertical-align:top;padding-top:4mm;text-align:right}}
`;

const BASE = `
*,*::before,*::after{box-sizing:border-box}
html{font:9.5pt/1.42 '${PACK_FAMILY}',Arial,'Liberation Sans',sans-serif;color:#0b0c0c;background:#fff;-webkit-text-size-adjust:100%;font-variant-numeric:lining-nums}
body{margin:0}
h1,h2,h3,h4,p,ol,ul,dl,dd,dt,figure,blockquote{margin:0;padding:0}
a{color:#12436d;text-underline-offset:.16em}
strong{font-weight:600}
sup{font-size:max(.72em,7pt);line-height:0;font-weight:600}
.calls{padding-left:.1em;white-space:nowrap}
h1,h2,h3,h4{white-space-collapse:preserve}
svg{display:block}
`;

const WORDS = `
.cover{padding-bottom:1.3rem;margin-bottom:1.1rem;border-bottom:1.5pt solid #0b0c0c}
h1{font-size:2.35rem;line-height:1.14;font-weight:700;text-wrap:balance}
.occasion{margin-top:.45rem;font-size:1.3rem;line-height:1.3}
.about{margin-top:.5rem;color:#595959}
.standing p{margin-top:.6rem;padding:.3rem .6rem;border:1pt solid #0b0c0c}
h2:not(.figure-title){padding:.4rem 0 .25rem;margin-bottom:.7rem;border-bottom:.75pt solid #0b0c0c;font-size:1.62rem;line-height:1.2;font-weight:700}
.subsection{margin-bottom:.45rem;font-size:1.24rem;line-height:1.25;font-weight:700}
.position{margin-bottom:.7rem;font-size:.86rem;line-height:1.4;color:#595959}
.notice{margin-top:.3rem;padding-left:.6rem;border-left:1.5pt solid #0b0c0c;color:#0b0c0c}
.said{margin-bottom:.9rem}
.headline{font-size:1.5rem;line-height:1.3;font-weight:600;text-wrap:pretty}
.statement{font-size:1.13rem;line-height:1.38}
.further{margin-top:.3rem}
.said .notes,.numbers .notes{margin-top:.35rem}
.mark{display:inline-flex;align-items:center;gap:.28em;padding:0 .4em;border:.5pt solid #595959;border-radius:2pt;font-size:.76rem;line-height:1.45;font-weight:400;color:#0b0c0c;white-space:nowrap;vertical-align:.08em}
.mark svg{width:.72em;height:.72em}
.notes{padding-left:1.9em;font-size:.8rem;line-height:1.38;color:#333}
.notes li::marker{font-weight:600}
.facts{margin-bottom:1rem}
.facts>div{display:grid;grid-template-columns:11.5rem 1fr;gap:0 1rem;padding:.32rem 0;border-top:.5pt solid #d8dadc}
.facts dt{font-weight:600}
.quote{margin-bottom:1rem;padding-left:.9rem;border-left:1.5pt solid #0b0c0c}
.quote figcaption{margin-top:.2rem;font-size:.86rem;color:#595959}
.sources{margin-bottom:.5rem;padding-left:1.1rem}
.licence{margin-bottom:1.2rem}
.absent{margin-bottom:.9rem;padding:.4rem .65rem;border:.75pt dashed #595959;font-size:.92rem}
.remedy{color:#595959}
.unwritten{margin-bottom:.9rem;padding:.5rem .65rem 4rem;border:1pt solid #0b0c0c}
.written{margin-bottom:1rem;padding-left:.8rem;border-left:2pt solid #12436d}
.written p,.written ul,.written ol,.written blockquote,.written table{margin-bottom:.45rem}
.written ul,.written ol{padding-left:1.3rem}
.written-heading{font-weight:600}
.written .address{overflow-wrap:anywhere}
.written .by{margin:0;font-size:.8rem;color:#595959}
.changed{padding:.2rem .5rem;border:1pt solid #0b0c0c}
.again{margin-bottom:1rem}
.label{margin-bottom:.25rem;font-weight:600}
.questions{margin-bottom:1rem}
.questions ol{padding-left:1.3rem}
.questions li{padding-bottom:.5rem}
.ask{font-size:1.08rem;line-height:1.36;font-weight:600}
.because,.who{font-size:.92rem}
`;

const FIGURES = `
.figure{margin-bottom:1.5rem}
.figure-head{font-size:1.13rem;line-height:1.3;text-wrap:pretty}
.figure-title{display:inline;font-size:1em;font-weight:600}
.figure-number{color:#595959;font-weight:400}
.subtitle{margin:.1rem 0 .45rem;font-size:.92rem;line-height:1.4;color:#595959}
.drawn{display:grid;grid-template-columns:minmax(0,36rem) minmax(0,1fr);gap:0 1.4rem;align-items:start}
.drawn>*{grid-column:1/-1}
.drawn>.drawing{grid-column:1}
.drawn>.notes{grid-column:2}
.figure>.notes{font-size:.76rem;line-height:1.36;color:#595959}
.tabled>.notes{margin-top:.4rem}
.drawing svg{width:100%;height:auto;max-height:215mm}
:is(.drawing,.phone-drawing) svg text{letter-spacing:0!important;word-spacing:0!important}
.phone-drawing{display:none}
.phone-drawing svg{width:100%;height:auto}
.small-print{overflow-wrap:anywhere;margin-top:.35rem;padding-top:.2rem;border-top:.5pt solid #d8dadc;font-size:.76rem;line-height:1.36;color:#595959}
.numbers{display:grid;grid-template-columns:1fr 1fr;gap:.6rem 1.6rem;margin-bottom:1rem}
.numbers .notes{grid-column:1/-1}
.number-set{padding-top:.3rem;border-top:.75pt solid #0b0c0c}
.number-label{font-size:.92rem}
.value strong{font-size:1.9rem;line-height:1.2;font-weight:700;font-variant-numeric:tabular-nums lining-nums}
.range,.certainty{font-size:.92rem;line-height:1.4}
table{width:100%;border-collapse:collapse;font-size:.88rem;line-height:1.34;font-variant-numeric:tabular-nums lining-nums}
caption{padding-bottom:.3rem;text-align:left;font-weight:600}
th,td{padding:.22rem .7rem .22rem 0;border-bottom:.5pt solid #d8dadc;text-align:left;vertical-align:top;font-weight:400}
thead{display:table-header-group;break-inside:avoid}
thead th{border-bottom:.75pt solid #0b0c0c;vertical-align:bottom;font-weight:600}
th.number,td.number{padding:.22rem .2rem .22rem .7rem;text-align:right}
th.number+th:not(.number),td.number+td:not(.number){padding-left:.7rem}
.unit{font-weight:400;color:#595959}
.row-group th{padding-top:.6rem;font-weight:600}
tr{break-inside:avoid}
.wordy th,.wordy td{hyphens:auto}
.figure[data-figure$=rests-on] td:nth-child(3){min-width:8.4rem}.figure[data-figure$=rests-on] th:first-child{width:22%}
.key{display:flex;flex-wrap:wrap;gap:0 1.2rem;margin-top:.3rem;font-size:.8rem;line-height:1.36}
.key div{display:flex;gap:.4rem}
.as-table{margin-top:.4rem}
.as-table summary{color:#12436d;text-decoration:underline;cursor:pointer}
`;

const CONTENTS = `
.contents{margin-bottom:1.4rem}
.contents ul{list-style:none}
.contents a{display:flex;align-items:baseline;gap:.5rem;color:inherit;text-decoration:none}
.contents a:hover .contents-text{text-decoration:underline}
.contents-page{flex:none;margin-left:auto;min-width:2.2em;text-align:right;font-variant-numeric:tabular-nums}
.contents .level-1{padding-top:.45rem;font-weight:600}
.contents .level-3{padding-left:1.1rem;font-size:.92rem}
`;

const SHEET = `
.sheet{display:flow-root;line-height:1.33}
.sheet>*{clear:both}
.sheet>.drawn{display:block;margin-bottom:.5rem}
.sheet>.narrow{float:left;clear:left;width:39.4%}.sheet>.broad{float:right;clear:right;width:58.6%}
.sheet.beside>.written{float:left;clear:left;width:39.4%}.sheet .written>p:nth-last-child(-n+2){display:inline}.sheet .written .by::before{content:' · '}
.sheet h1{font-size:1.5rem}.sheet .cover{padding-bottom:.3rem;margin-bottom:.5rem}.sheet .about{margin-top:.2rem}
.sheet .standing p{margin-top:.3rem;padding:.05rem .5rem}
.sheet h2:not(.figure-title){font-size:.9rem;margin-bottom:.1rem;padding:0}
.sheet .drawing svg{max-height:none}
.sheet .subtitle{margin-bottom:.15rem;font-size:.8rem;line-height:1.3}
.sheet .position>p:first-child,.sheet .small-print,.sheet .because{display:none}
.sheet .headline{font-size:1.08rem}.sheet .statement{font-size:1rem}
.sheet .said,.sheet .numbers,.sheet .absent,.sheet .questions,.sheet .position,.sheet .written{margin-bottom:.5rem}
.sheet .numbers{grid-template-columns:repeat(4,1fr);gap:.4rem 1rem}
.sheet .value strong{font-size:1.5rem}
.sheet .figure-head{font-size:.93rem;line-height:1.25}.sheet .notes{line-height:1.3}
.sheet .questions ol{columns:3;column-gap:1.6rem}.sheet .questions li{break-inside:avoid;padding-bottom:.25rem}
.sheet .ask{font-size:.92rem;line-height:1.28}.sheet .label{margin-bottom:.1rem}.sheet .who{font-size:.8rem;line-height:1.35}
.sheet .occasion,.sheet .about{display:inline;font-size:1rem}.sheet .occasion::after{content:' · '}
.sheet .end{padding-top:.2rem;border-top:.75pt solid #0b0c0c;font-size:.78rem;line-height:1.35}
.sheet .end :is(h2,ul,li,p,dl,dl>div,dt,dd){display:inline;margin:0;padding:0;border:0;font-size:1em}
.sheet .end :is(h2,dt)::after{content:': '}.sheet .end :is(p,dd)::after{content:' '}.sheet .end h2:not(.figure-title){margin:0;padding:0;border:0;font-size:1em;line-height:inherit}
`;

const PAPER_ONLY = `
body{width:${String(COLUMN)}mm}
a{color:inherit;text-decoration:none}
.as-table{display:none}
.sources a,.cite a{display:none}
.figure,.said,.numbers,.absent,.unwritten,.quote,.questions li,.facts>div,h1,h2,h3,h4{break-inside:avoid}
.long{break-inside:auto}
h2,h3,h4,[data-keep=next]{break-after:avoid}
p{orphans:3;widows:3}
[data-begins]{padding-top:.35rem}
[data-continues]{display:block}
`;

/** Rules as they are written inside `@media print`, and the same for a page that is being measured for it. */
const measured = PAPER_ONLY.trim()
  .split('\n')
  .map((rule) =>
    rule.replace(/^[^{]+/, (selectors) =>
      selectors
        .split(',')
        .map((selector) => `html.paper ${selector}`)
        .join(',')
    )
  )
  .join('\n');

const SCREEN = `
@media screen{
html:not(.paper){font-size:17px}
html:not(.paper) body{max-width:52rem;margin:0 auto;padding:1.5rem 1rem 4rem}
html:not(.paper) .contents a,html:not(.paper) .as-table summary{min-height:2rem}
html:not(.paper) .contents-page,html:not(.paper) .address{display:none}
html:not(.paper) .figure{scroll-margin-top:1rem}
html:not(.paper) table{display:block;overflow-x:auto}
html:not(.paper) :focus-visible{outline:3px solid #0b0c0c;box-shadow:0 0 0 6px #fd0}
}
@media screen and (max-width:54rem){
html:not(.paper) .paper>.drawn{grid-template-columns:minmax(0,1fr)}html:not(.paper) .paper>.drawn>*{grid-column:1}
html:not(.paper) .paper>.drawn>.drawing{max-width:40rem}html:not(.paper) .paper>.drawn>.notes{margin-top:.4rem}
}
@media screen and (max-width:40rem){
html:not(.paper) .numbers,html:not(.paper) .facts>div{grid-template-columns:1fr}
html:not(.paper) .sheet>.drawn{float:none;width:auto}html:not(.paper) .sheet .questions ol{columns:1}
html:not(.paper) caption{display:block}html:not(.paper) td:not(.number){min-width:6rem}html:not(.paper) tbody th{min-width:7.5rem}
html:not(.paper) table{background:linear-gradient(90deg,#fff 1rem,#fff0) 0/2rem 100% no-repeat local,linear-gradient(270deg,#fff 1rem,#fff0) 100%/2rem 100% no-repeat local,linear-gradient(90deg,#0004,#0000) 0/.6rem 100% no-repeat,linear-gradient(270deg,#0004,#0000) 100%/.6rem 100% no-repeat}
html:not(.paper) th[scope=row]{position:sticky;left:0;background:#fff}html:not(.paper) .row-group span{display:inline-block;position:sticky;left:0;max-width:calc(100vw - 2rem)}
html:not(.paper) .drawing:has(+.phone-drawing){display:none}html:not(.paper) :is(.phone-drawing,.drawing:not(:has(+.phone-drawing))){display:block;max-width:26rem}
}
`;

/** Handed to `packHtml` as it is. */
export const PACK_CSS = [
  PAGE,
  BASE,
  WORDS,
  FIGURES,
  CONTENTS,
  SHEET,
  SCREEN,
  measured,
  `@media print{${PAPER_ONLY}}`
]
  .join('')
  .replace(/\n/g, '');
