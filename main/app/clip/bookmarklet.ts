/** Where the bookmark sends the page. */
export interface BookmarkletParts {
  port: number
  token: string
}

/** Characters of a page, and of its form when it is sent: the rest is cut off. */
const MOST_CHARACTERS = 8_000_000
const MOST_SENT = 9_500_000

/**
 * The bookmark's address. It copies the page into a document that loads nothing and runs nothing, takes away what says
 * nothing of a posting (scripts but structured data, styles, drawings, embedded files), and posts the rest to a new tab.
 */
export function bookmarklet({ port, token }: BookmarkletParts): string {
  return `javascript:${encodeURIComponent(clipCode({ port, token }))}`
}

/** The same as JavaScript text. */
export function clipCode({ port, token }: BookmarkletParts): string {
  return `(function(){try{
var d=document,p=d.implementation.createHTMLDocument('').importNode(d.documentElement,true);
p.querySelectorAll('script:not([type="application/ld+json"]),style,link[rel~="stylesheet"],svg,canvas,video,audio,iframe,object,embed,template,noscript').forEach(function(e){e.remove()});
p.querySelectorAll('[style],[srcset],[src^="data:"]').forEach(function(e){e.removeAttribute('style');e.removeAttribute('srcset');if(/^data:/.test(e.getAttribute('src')||''))e.removeAttribute('src')});
var h=('<!doctype html>'+p.outerHTML).slice(0,${MOST_CHARACTERS}).replace(/[\\ud800-\\udbff]$/,'');
if(h.toWellFormed)h=h.toWellFormed();
while(encodeURIComponent(h).length>${MOST_SENT})h=h.slice(0,Math.floor(h.length*0.8)).replace(/[\\ud800-\\udbff]$/,'');
var f=d.createElement('form');f.method='post';f.action='http://127.0.0.1:${port}/clip';f.target='_blank';f.rel='noopener';f.acceptCharset='utf-8';f.hidden=true;
[['token',${JSON.stringify(token)}],['url',location.href],['html',h]].forEach(function(v){var i=d.createElement('input');i.type='hidden';i.name=v[0];i.value=v[1];f.appendChild(i)});
d.addEventListener('securitypolicyviolation',function(e){if(/form-action/.test(e.effectiveDirective))alert('This site does not let its pages be sent to Rolecall. Copy the text of the posting and paste it in Rolecall.')},{once:true});
(d.body||d.documentElement).appendChild(f);HTMLFormElement.prototype.submit.call(f);f.remove();
}catch(e){alert('The page could not be read for Rolecall: '+e.message)}})()`
}
