import { drawControls, isUnlocked, tieControls } from './controls.js';
import { draw, h } from './dom.js';
import { clock } from './format.js';
import { drawPlan } from './plan.js';
import { drawPortfolio } from './portfolio.js';
import { drawServices } from './services.js';
import { drawStatus } from './status.js';
import { drawTrades } from './trades.js';
import { job as jobName } from './words.js';

const PAUSE_MILLIS = 5_000;
const BUSY_PAUSE_MILLIS = 1_000;
const WHOLE_EVERY_MILLIS = 30_000;
const TIMEOUT_MILLIS = 12_000;

/** The last answer of each path, and the fault of those that failed since. */
const known = { status: null, metrics: null, jobs: null, portfolio: null, plans: null, trades: null };
const faults = {};
const PATHS = {
  status: '/api/status',
  metrics: '/api/metrics',
  jobs: '/api/jobs',
  portfolio: '/api/portfolio',
  plans: '/api/plans?limit=1',
  trades: '/api/trades?limit=50',
};
let lastAnswerAt = null;
let wholeReadAt = -Infinity;
let newsSeen = '';
let timer = null;
let reading = false;
let again = false;

async function read(name) {
  try {
    const answer = await fetch(PATHS[name], { signal: AbortSignal.timeout(TIMEOUT_MILLIS) });
    const json = await answer.json();
    lastAnswerAt = Date.now();
    if (answer.ok) {
      known[name] = json;
      delete faults[name];
    } else {
      faults[name] = json.message;
    }
  } catch {
    faults[name] = 'the gateway does not answer';
  }
}

/** What the slow parts of the page depend on. */
function news() {
  const ended = known.jobs?.jobs.find((job) => job.finishedAt);
  return JSON.stringify([known.status?.lastCycle, known.status?.mode, ended]);
}

async function readAll() {
  await Promise.all(['status', 'metrics', 'jobs'].map(read));
  if (news() !== newsSeen || performance.now() - wholeReadAt > WHOLE_EVERY_MILLIS) {
    newsSeen = news();
    wholeReadAt = performance.now();
    await Promise.all(['portfolio', 'plans', 'trades'].map(read));
  }
}

function drawAll() {
  drawConnection();
  const { status, metrics, portfolio } = known;
  if (!status) {
    return;
  }
  const now = status.now;
  const minute = Math.floor(new Date(now) / 60_000);
  const archived = known.plans?.plans[0] ?? null;
  const targets = Object.fromEntries((archived?.plan.targets ?? []).map((gap) => [gap.isin, gap.weightTarget]));
  drawStatus({ status, portfolio, minute, unlocked: isUnlocked() });
  drawControls({ status, refresh });
  drawServices({ status, metrics, minute });
  drawJob();
  part('portfolio', () => drawPortfolio({ portfolio, targets, now, minute }));
  part('plans', () => drawPlan({ archived, now, minute }), 'plan');
  part('trades', () => drawTrades({ trades: known.trades.trades, now, minute }));
}

/** Draws a part; without any answer yet, the reason stands in its place. */
function part(name, drawPart, id = name) {
  if (known[name]) {
    drawPart();
  } else if (faults[name]) {
    draw(`${id}-body`, faults[name], () => h('p', { class: 'fault' }, `Not shown: ${faults[name]}`));
  }
}

/** Old numbers must not look like new ones. */
function drawConnection() {
  const lost = faults.status !== undefined;
  document.body.classList.toggle('stale', lost && known.status !== null);
  const old = Object.keys(faults).filter((name) => name !== 'status' && known[name]);
  const text = lost
    ? `No status: ${faults.status}. ${lastAnswerAt ? `What is shown is from ${clock(lastAnswerAt)}.` : ''}`
    : old.map((name) => `The ${name} shown may be old: ${faults[name]}`).join(' ');
  const place = document.getElementById('connection') ?? connectionPlace();
  if (place.textContent !== text) {
    place.textContent = text;
  }
  place.hidden = text === '';
}

function connectionPlace() {
  const place = h('p', { id: 'connection', class: 'banner bad', role: 'alert', hidden: true });
  document.getElementById('banner').before(place);
  return place;
}

function drawJob() {
  const running = known.jobs?.jobs.find((job) => job.state === 'RUNNING') ?? null;
  const failed = known.jobs?.jobs[0]?.state === 'FAILED' ? known.jobs.jobs[0] : null;
  document.getElementById('plan-now').disabled = running !== null;
  draw('job', [running, failed], () =>
    running
      ? h(
          'p',
          { class: 'progress' },
          h('progress', { max: 100, value: running.percent, 'aria-label': jobName(running.job) }),
          h('span', {}, `${jobName(running.job)}: ${running.message}, ${running.percent} %`),
        )
      : failed
        ? h('p', { class: 'fault' }, `${jobName(failed.job)} failed: ${failed.message}`)
        : null,
  );
}

/** Reads and draws, and comes again: soon while something runs, never while nobody looks. */
async function refresh() {
  if (reading) {
    again = true;
    return;
  }
  reading = true;
  clearTimeout(timer);
  do {
    again = false;
    await readAll();
    drawAll();
  } while (again);
  reading = false;
  if (!document.hidden) {
    const busy = known.jobs?.jobs.some((job) => job.state === 'RUNNING');
    timer = setTimeout(refresh, busy ? BUSY_PAUSE_MILLIS : PAUSE_MILLIS);
  }
}

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) {
    refresh();
  }
});
tieControls(refresh);
refresh();
