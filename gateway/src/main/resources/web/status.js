import { draw, h } from './dom.js';
import { clock, distance, exactMoment, isNegative, isZero, minus, money, ratio, signedPercent } from './format.js';
import { mode as modeWords } from './words.js';

const names = new Intl.ListFormat('en', { type: 'conjunction' });

/** The head of the page: mode, worth, what is wrong, and how all is going. */
export function drawStatus({ status, portfolio, minute, unlocked }) {
  document.title = `${status.mode?.halted ? 'HALTED: ' : ''}Arduino Trader`;
  draw('badges', [status.mode, status.simulated], () => badges(status));
  draw('banner', [status.mode, unlocked, portfolio?.unknown], () => [
    halted(status, unlocked),
    unknownValues(portfolio),
  ]);
  draw('summary', [status.services, status.lastCycle, status.nextCycleAt, minute], () => summary(status));
  draw('footer', [status.version, status.deviceId, status.deploymentMode, status.clockBase], () =>
    footer(status),
  );
  if (portfolio) {
    draw('worth', [portfolio.total, portfolio.cash, portfolio.decisionTime, status.clockBase], () =>
      worth(status, portfolio),
    );
  }
}

function badges(status) {
  const mode = status.mode;
  const [word, meaning] = mode ? modeWords(mode.mode) : ['MODE NOT KNOWN', 'Trading does not answer.'];
  return [
    mode?.halted
      ? h('span', { class: 'badge halted', title: mode.haltReason }, 'HALTED')
      : null,
    h('span', { class: `badge ${mode ? mode.mode.toLowerCase() : 'halted'}`, title: meaning }, word),
    status.simulated
      ? h(
          'span',
          { class: 'badge simulated', title: 'The securities and their prices are invented.' },
          'SIMULATED MARKET',
        )
      : null,
  ];
}

function worth(status, portfolio) {
  const gain = minus(portfolio.total, portfolio.deposited);
  const share = ratio(gain, portfolio.deposited);
  return [
    h(
      'div',
      {},
      h('p', { class: 'label' }, `Total value of ${status.account}`),
      h('p', { class: 'total' }, money(portfolio.total)),
      gain && !isZero(portfolio.deposited) ? h('p', { class: 'gain' }, gainText(gain, share, portfolio)) : null,
    ),
    h(
      'div',
      { class: 'when' },
      h('p', {}, 'As of ', exactMoment(portfolio.decisionTime)),
      status.clockBase === 'system'
        ? null
        : h('p', {}, `The clock does not show the real time: ${status.clockBase}.`),
    ),
  ];
}

function gainText(gain, share, portfolio) {
  const arrow = isZero(gain) ? '' : isNegative(gain) ? '▼ ' : '▲ ';
  const tone = isZero(gain) ? '' : isNegative(gain) ? 'loss' : 'profit';
  return [
    h('span', { class: tone }, `${arrow}${money(gain, true)}`),
    share === null ? '' : ` (${signedPercent(share)})`,
    ` on ${money(portfolio.deposited)} paid in`,
  ];
}

function halted(status, unlocked) {
  if (!status.mode?.halted) {
    return null;
  }
  const since = status.mode.haltedAt ? ` since ${clock(status.mode.haltedAt)}` : '';
  return h(
    'div',
    { class: 'banner bad' },
    h('strong', {}, `Trading is halted${since}. `),
    `No order leaves. Reason: ${status.mode.haltReason || 'none was given'}. `,
    unlocked ? 'Resume with the button above.' : ['Resume on the device with ', h('code', {}, 'trader resume'), '.'],
  );
}

function unknownValues(portfolio) {
  if (!portfolio?.unknown.length) {
    return null;
  }
  return h(
    'div',
    { class: 'banner wait' },
    h('strong', {}, 'Not everything is known. '),
    'What depends on it is shown as not known:',
    h('ul', {}, portfolio.unknown.map((one) => h('li', {}, one))),
  );
}

function summary(status) {
  const ill = status.services.filter((service) => service.state !== 'HEALTHY');
  const services = ill.length
    ? `${names.format(ill.map((service) => service.displayName))} ${ill.length === 1 ? 'is' : 'are'} not healthy. `
    : `All ${status.services.length} services are healthy. `;
  return [
    h('a', { href: '#services', class: ill.length ? 'state bad' : 'state good' }, services.trim()),
    ' ',
    cycle(status),
    next(status),
  ];
}

function cycle(status) {
  const last = status.lastCycle;
  return last
    ? `Last cycle ${distance(last.finishedAt, status.now)}: ${last.message}. `
    : 'No cycle has run yet. ';
}

function next(status) {
  return status.nextCycleAt
    ? `The next one starts at ${clock(status.nextCycleAt)}.`
    : 'No cycle is scheduled.';
}

function footer(status) {
  return h(
    'p',
    {},
    `Arduino Trader ${status.version} on ${status.deviceId}, ${status.deploymentMode.replaceAll('_', ' ')}. `,
    'For programs: ',
    h('a', { href: '/api/status' }, '/api/status'),
    ', ',
    h('a', { href: '/api/metrics' }, '/api/metrics'),
    '.',
  );
}
