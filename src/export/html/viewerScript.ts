/**
 * The script of the HTML file: pan, zoom, stages, details, the list of them, theme. The same text in every file, so that its hash alone may run; it reads
 * what the page holds and makes no markup.
 */
export const viewerScript = String.raw`(() => {
  'use strict';
  const root = document.documentElement;
  const svg = document.querySelector('#map svg');
  const box = document.querySelector('#map');
  const panel = document.querySelector('#details');
  const size = { w: svg.viewBox.baseVal.width, h: svg.viewBox.baseVal.height };
  const roles = new Set(['touchpoint', 'insight', 'opportunity', 'action', 'element']);
  const cards = [...svg.querySelectorAll('[data-id]')].filter((card) => roles.has(card.getAttribute('data-role')) && articleOf(card));
  const stages = JSON.parse(box.dataset.stages);
  /** Where cards can be read, and what lies left and above of a stage is seen of it. */
  const readable = 0.8;
  const aside = 12;
  let view = { x: 0, y: 0, scale: 1 };
  let opener = null;
  /** Whether details were opened out of the list, and closing them leads back there. */
  let isOfList = false;

  function articleOf(card) {
    return document.getElementById('details-' + card.getAttribute('data-id'));
  }
  function fit() {
    const scale = Math.min(box.clientWidth / size.w, box.clientHeight / size.h);
    view = { scale, x: (size.w - box.clientWidth / scale) / 2, y: (size.h - box.clientHeight / scale) / 2 };
    draw();
  }
  /** A stage from its head on, at a size at which its cards can be read. */
  function showStage(index) {
    const [x, y] = stages[index];
    view = { scale: Math.max(view.scale, readable), x: x - aside, y: y - aside };
    draw();
  }
  /** The stage before or after the one at the left edge. */
  function step(by) {
    const edge = view.x + aside;
    const next = by > 0 ? stages.findIndex(([x]) => x > edge + 1) : stages.findLastIndex(([x]) => x < edge - 1);
    const y = view.y;
    if (next < 0) return;
    const isNear = view.scale >= readable;
    showStage(next);
    if (isNear) view.y = y;
  }
  let asked = false;
  function draw() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      const w = box.clientWidth / view.scale;
      const h = box.clientHeight / view.scale;
      view.x = Math.min(Math.max(view.x, -w * 0.8), size.w - w * 0.2);
      view.y = Math.min(Math.max(view.y, -h * 0.8), size.h - h * 0.2);
      svg.setAttribute('viewBox', [view.x, view.y, w, h].join(' '));
    });
  }
  /** Keeps the point under (x, y), in pixels of the box, where it is. */
  function zoom(by, x = box.clientWidth / 2, y = box.clientHeight / 2) {
    const least = Math.min(box.clientWidth / size.w, box.clientHeight / size.h) / 2;
    const scale = Math.min(6, Math.max(least, view.scale * by));
    view.x += x / view.scale - x / scale;
    view.y += y / view.scale - y / scale;
    view.scale = scale;
    draw();
  }
  /** What the details leave of the box: beside them, or above them on a phone. */
  function free() {
    const { left, top, right, bottom } = box.getBoundingClientRect();
    if (panel.hidden) return { left, top, right, bottom };
    const cover = panel.getBoundingClientRect();
    return cover.left > left ? { left, top, right: cover.left, bottom } : { left, top, right, bottom: cover.top };
  }
  function show(card) {
    const seen = card.getBoundingClientRect();
    const frame = free();
    const isIn = seen.left >= frame.left && seen.right <= frame.right && seen.top >= frame.top && seen.bottom <= frame.bottom;
    if (isIn && seen.width > 60) return;
    const scale = Math.max(view.scale, 0.7);
    const middle = { x: view.x + (seen.left + seen.width / 2 - frame.left) / view.scale, y: view.y + (seen.top + seen.height / 2 - frame.top) / view.scale };
    view = { scale, x: middle.x - (frame.right - frame.left) / scale / 2, y: middle.y - (frame.bottom - frame.top) / scale / 2 };
    draw();
  }
  function open(article) {
    isOfList = panel.classList.contains('list') && !panel.hidden;
    panel.classList.remove('list');
    for (const one of articles) {
      one.hidden = one !== article;
      for (const name of ['tabindex', 'role']) one.removeAttribute(name);
    }
    panel.hidden = false;
    panel.scrollTop = 0;
    opener = article;
    // What lies in a folded lane has no card.
    const card = cardOf.get(article);
    if (card) show(card);
    panel.focus();
  }
  /** What can be opened, each by its place and title. */
  function list() {
    panel.classList.add('list');
    for (const article of articles) {
      article.hidden = false;
      article.setAttribute('tabindex', '0');
      article.setAttribute('role', 'button');
    }
    panel.hidden = false;
    panel.focus();
    isOfList = false;
  }
  function close() {
    const article = opener;
    opener = null;
    if (isOfList) {
      list();
      article.focus();
      return;
    }
    panel.hidden = true;
    const card = cardOf.get(article);
    if (card) card.focus();
  }

  function opens(element, article) {
    element.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      if (element.getAttribute('role') !== 'button') return;
      event.preventDefault();
      open(article);
    });
  }
  const cardOf = new Map(cards.map((card) => [articleOf(card), card]));
  const articles = [...panel.querySelectorAll('article')];
  for (const article of articles) {
    opens(article, article);
    article.addEventListener('click', () => {
      if (panel.classList.contains('list')) open(article);
    });
  }
  for (const card of cards) {
    card.setAttribute('tabindex', '0');
    card.setAttribute('role', 'button');
    const title = card.querySelector('title');
    if (title) card.setAttribute('aria-label', title.textContent);
    card.addEventListener('focus', () => show(card));
    opens(card, articleOf(card));
  }
  const fingers = new Map();
  let moved = 0;
  /** A press that moves no farther is none of a drag; a finger never keeps still. */
  let slack = 4;
  box.addEventListener('pointerdown', (event) => {
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size > 1) return;
    moved = 0;
    slack = event.pointerType === 'touch' ? 12 : 4;
  });
  box.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    fingers.set(event.pointerId, now);
    moved += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    if (moved > slack && !box.hasPointerCapture(event.pointerId)) box.setPointerCapture(event.pointerId);
    const other = others[0];
    if (other) {
      const frame = box.getBoundingClientRect();
      const far = (at) => Math.hypot(at.x - other.x, at.y - other.y) || 1;
      zoom(far(now) / far(before), (now.x + other.x) / 2 - frame.left, (now.y + other.y) / 2 - frame.top);
    } else {
      view.x -= (now.x - before.x) / view.scale;
      view.y -= (now.y - before.y) / view.scale;
      draw();
    }
  });
  for (const kind of ['pointerup', 'pointercancel'])
    box.addEventListener(kind, (event) => fingers.delete(event.pointerId));
  box.addEventListener('click', (event) => {
    if (moved > slack) return;
    const card = event.target.closest('[role=button]');
    if (card) open(articleOf(card));
  });
  box.addEventListener('wheel', (event) => {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 16 : 1;
    const frame = box.getBoundingClientRect();
    if (event.ctrlKey || event.metaKey) {
      zoom(Math.exp(-event.deltaY * unit * 0.01), event.clientX - frame.left, event.clientY - frame.top);
      return;
    }
    const [dx, dy] = event.shiftKey ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
    view.x += (dx * unit) / view.scale;
    view.y += (dy * unit) / view.scale;
    draw();
  }, { passive: false });
  const runs = {
    in: () => zoom(1.3),
    out: () => zoom(1 / 1.3),
    fit,
    list,
    close,
    before: () => step(-1),
    after: () => step(1),
    theme: () => {
      const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
      root.dataset.theme = dark ? 'light' : 'dark';
    },
  };
  for (const button of document.querySelectorAll('[data-run]')) {
    button.hidden = false;
    button.addEventListener('click', () => runs[button.dataset.run]());
  }
  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return void (panel.hidden || close());
    if (panel.contains(document.activeElement)) return;
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      view.x += (step[0] * 80) / view.scale;
      view.y += (step[1] * 80) / view.scale;
      draw();
    } else if (event.key === '+' || event.key === '=') runs.in();
    else if (event.key === '-') runs.out();
    else if (event.key === '0') fit();
  });
  addEventListener('resize', draw);
  root.classList.add('live');
  panel.hidden = true;
  panel.setAttribute('tabindex', '-1');
  svg.setAttribute('width', '100%');
  svg.setAttribute('height', '100%');
  fit();
  // On a phone the whole sheet would be a strip that nobody can read.
  if (stages.length > 0 && view.scale < readable / 3 && box.clientWidth <= 600) showStage(0);
})();
`;
