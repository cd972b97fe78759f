import { draw, h } from './dom.js';

const TOKEN = 'trader-token';
const NOTICE_MILLIS = 20_000;
let noticeTimer = null;
const get = (id) => document.getElementById(id);

/** Whether this tab knows the token. */
export const isUnlocked = () => sessionStorage.getItem(TOKEN) !== null;

/** Sends a command; the answer is the JSON, or an error with the reason in words. */
export async function send(path, body) {
  const token = sessionStorage.getItem(TOKEN);
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(40_000),
  });
  const json = await answer.json();
  if (answer.status === 401) {
    sessionStorage.removeItem(TOKEN);
  }
  if (!answer.ok) {
    throw new Error(json.message);
  }
  return json;
}

/** One id per click, so that a repeated request is one wish. */
export function commandId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `web-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Says how a command went; for a while, because the page goes on. */
export function notice(text) {
  const place = get('notice');
  place.textContent = text;
  place.hidden = text === '';
  clearTimeout(noticeTimer);
  if (text !== '') {
    noticeTimer = setTimeout(() => notice(''), NOTICE_MILLIS);
  }
}

/** The buttons that the mode and the token allow; refresh is called after each command. */
export function drawControls({ status, refresh }) {
  const unlocked = isUnlocked();
  const halted = status.mode?.halted ?? false;
  get('resume-account').textContent = status.account;
  draw('controls', [unlocked, halted], () => (unlocked ? buttons(halted, refresh) : lockedButton()));
}

function lockedButton() {
  return h('button', { type: 'button', id: 'unlock-open', onclick: () => open('unlock', 'token') }, 'Unlock controls');
}

function buttons(halted, refresh) {
  return [
    h('button', { type: 'button', id: 'lock', onclick: () => lock(refresh) }, 'Lock'),
    h('button', { type: 'button', id: 'cycle', onclick: () => run('/api/cycle', 'A trading cycle has started.', refresh) }, 'Run a cycle'),
    halted
      ? h('button', { type: 'button', id: 'resume-open', onclick: () => open('resume', 'resume-reason') }, 'Resume …')
      : h('button', { type: 'button', id: 'halt', class: 'danger', onclick: () => halt(refresh) }, 'HALT'),
  ];
}

/** Stopping asks nothing; only resuming does. */
async function halt(refresh) {
  try {
    await send('/api/halt', { commandId: commandId(), reason: 'halted on the web page' });
    notice('Halted: no order leaves from here on.');
  } catch (error) {
    notice(`NOT halted: ${error.message} Halt on the device with: trader halt`);
  }
  refresh();
}

async function run(path, done, refresh) {
  try {
    await send(path, { commandId: commandId() });
    notice(done);
  } catch (error) {
    notice(`Not started: ${error.message}`);
  }
  refresh();
}

function lock(refresh) {
  sessionStorage.removeItem(TOKEN);
  notice('Locked.');
  refresh();
}

function open(name, field) {
  get(field).value = '';
  get(`${name}-fault`).textContent = '';
  get(name).showModal();
  get(field).focus();
}

/** Ties the dialogs and the button that plans; once, at the start. */
export function tieControls(refresh) {
  get('plan-now').addEventListener('click', () =>
    run('/api/status/jobs/planner-batch', 'Planning has started; no order is sent.', refresh),
  );
  onGo('unlock', async () => {
    sessionStorage.setItem(TOKEN, get('token').value.trim());
    try {
      await send('/api/token/check', {});
      notice('Unlocked for this tab.');
    } catch (error) {
      sessionStorage.removeItem(TOKEN);
      throw error;
    }
    refresh();
  });
  onGo('resume', async () => {
    await send('/api/resume', { commandId: commandId(), reason: get('resume-reason').value });
    notice('Resumed: orders may leave again.');
    refresh();
  });
}

/** Runs the dialog's deed and closes it when that worked; a failure is shown inside. */
function onGo(name, deed) {
  get(name).querySelector('form').addEventListener('submit', async (event) => {
    if (event.submitter?.value !== 'go') {
      return;
    }
    event.preventDefault();
    get(`${name}-go`).disabled = true;
    try {
      await deed();
      get(name).close();
    } catch (error) {
      get(`${name}-fault`).textContent = error.message;
    } finally {
      get(`${name}-go`).disabled = false;
    }
  });
}
