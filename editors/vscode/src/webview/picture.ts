// The server's SVG as part of the page: only shapes and text; its style apart, since the page allows no style inside.

export interface Picture {
  root: SVGSVGElement;
  style: string;
  width: number;
  height: number;
}

/** What a picture has no need of; the page's policy would stop it too. */
const UNWANTED = 'script, foreignObject, iframe, style, image, use, animate, set';

/** Taken out before the rest is read: the page's policy would complain of a style already while reading. */
const STYLE = /<style\b[^>]*>([^]*?)<\/style>/g;

export function readPicture(svg: string): Picture | undefined {
  const style = [...svg.matchAll(STYLE)].map(([, text]) => readText(text ?? '')).join('\n');
  const read = new DOMParser().parseFromString(svg.replace(STYLE, ''), 'image/svg+xml');
  const root = read.documentElement;
  if (read.querySelector('parsererror') || root.localName !== 'svg') {
    return undefined;
  }
  root.querySelectorAll(UNWANTED).forEach((element) => element.remove());
  [root, ...root.querySelectorAll('*')].forEach(clean);
  const box = (root.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  const [, , width = 1, height = 1] = box;
  return { root: document.importNode(root, true) as unknown as SVGSVGElement, style, width, height };
}

/** What XML text stands for. */
function readText(xml: string): string {
  return new DOMParser().parseFromString(`<text>${xml}</text>`, 'application/xml').documentElement.textContent ?? '';
}

/** No element does anything by itself, and links lead nowhere: a click opens the source. */
function clean(element: Element): void {
  for (const { name } of [...element.attributes]) {
    if (/^on/i.test(name) || name === 'style' || /(^|:)href$/i.test(name)) {
      element.removeAttribute(name);
    }
  }
}
