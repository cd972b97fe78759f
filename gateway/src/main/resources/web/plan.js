import { details, draw, facts, h, table } from './dom.js';
import { count, exactMoment, moment, money, percent, price, quantity, score, signedScore } from './format.js';
import { counted, sentence, side } from './words.js';

/** The last plan: what it does, why, and how it is known that nothing better exists. */
export function drawPlan({ archived, now, minute }) {
  draw('plan-body', [archived, minute], () => (archived ? plan(archived, now) : empty()));
}

function empty() {
  return h(
    'p',
    { class: 'empty' },
    'There is no plan yet. The first cycle makes one; “Plan now” makes one at once and sends no order.',
  );
}

function plan(archived, now) {
  const made = archived.plan;
  return [
    h('p', { class: 'lead' }, made.narrative),
    h(
      'p',
      { class: 'meta' },
      `Plan ${archived.number}, decided `,
      moment(made.decisionTime, now),
      ' (',
      exactMoment(made.decisionTime),
      `). What became of it: ${sentence(archived.decision).toLowerCase()}.`,
    ),
    figures(made),
    steps(made),
    h('p', { class: 'proof' }, proof(made.certificate)),
    alternatives(made),
    rejected(made),
    targets(made),
    h('p', { class: 'small hash' }, 'Plan hash ', h('code', { title: made.planHash }, made.planHash.slice(0, 16))),
  ];
}

function figures(made) {
  return facts(
    [
      'Score of the fund',
      made.steps.length
        ? [
            `${score(made.scoreNow)} → ${score(made.scoreAfter)} `,
            h('span', { class: 'profit' }, `(${signedScore(made.improvement)})`),
          ]
        : score(made.scoreNow),
    ],
    ['Costs of all steps', money(made.costs)],
    ['Inputs known', percent(made.completeness)],
  );
}

function steps(made) {
  if (!made.steps.length) {
    return null;
  }
  const weights = made.steps.flatMap((step) => [step.weightBefore, step.weightAfter, step.weightTarget]);
  const scale = Math.max(0.01, ...weights) * 1.05;
  return h(
    'ol',
    { class: 'steps', 'aria-label': 'Steps of the plan' },
    made.steps.map((step) => stepCard(step, scale)),
  );
}

function stepCard(step, scale) {
  return h(
    'li',
    { class: `step ${step.side.toLowerCase()}` },
    h(
      'h3',
      {},
      h('span', { class: 'ordinal', 'aria-hidden': 'true' }, step.number),
      `${side(step.side)} ${quantity(step.quantity)} ${step.symbol} `,
      h('span', { class: 'small' }, step.name),
    ),
    h('p', {}, step.reason),
    move(step, scale),
    facts(
      ['Value', step.value.currency === step.valueInBase.currency ? money(step.value) : [money(step.value), ` (${money(step.valueInBase)})`]],
      [step.side === 'BUY' ? 'Pays at most' : 'Takes at least', price(step.limit)],
      ['Cost', money(step.cost)],
      ['Adds to the score', signedScore(step.contribution)],
    ),
  );
}

function move(step, scale) {
  const part = (value) => `${((100 * value) / scale).toFixed(2)}%`;
  const low = Math.min(step.weightBefore, step.weightAfter);
  const high = Math.max(step.weightBefore, step.weightAfter);
  return h(
    'div',
    { class: 'weight' },
    h(
      'span',
      {
        class: 'track move',
        'aria-hidden': 'true',
        vars: {
          '--fill': part(low),
          '--from': part(low),
          '--length': part(high - low),
          '--target': part(step.weightTarget),
        },
      },
      h('span', { class: 'fill' }),
      h('span', { class: 'change' }),
      h('span', { class: 'target' }),
    ),
    h(
      'span',
      { class: 'words' },
      `Weight ${percent(step.weightBefore)} → ${percent(step.weightAfter)}, target ${percent(step.weightTarget)}`,
    ),
  );
}

function proof(certificate) {
  const space = `${count(certificate.setsTotal)} sets of up to ${counted(certificate.depthMax, 'trade')} out of ${counted(certificate.candidates, 'candidate')}`;
  return certificate.proven
    ? `Proven: of all ${space}, none is better; ${count(certificate.setsExamined)} were scored and the rest ruled out.`
    : `Not proven: of ${space}, ${count(certificate.setsExamined)} were examined; another could be better by at most ${score(certificate.gap)}.`;
}

function alternatives(made) {
  if (!made.alternatives.length) {
    return null;
  }
  return details(
    'alternatives',
    `${counted(made.alternatives.length, 'alternative')} that lost`,
    table(
      'Alternatives, the best first',
      [{ title: 'Trades' }, { title: 'Score', numeric: true }, { title: 'Why not' }],
      made.alternatives.map((one) => [
        one.trades.length ? one.trades.join(', ') : 'do nothing',
        score(one.score),
        one.whyNot,
      ]),
    ),
  );
}

function rejected(made) {
  if (!made.rejected.length) {
    return null;
  }
  return details(
    'rejected',
    `${counted(made.rejected.length, 'security', 'securities')} not even tried`,
    table(
      'Securities that were not tried, with the rule',
      [{ title: 'Security' }, { title: 'Rule' }, { title: 'Why' }],
      made.rejected.map((one) => [h('strong', {}, one.symbol), sentence(one.code), one.reason]),
    ),
  );
}

function targets(made) {
  if (!made.targets.length) {
    return null;
  }
  const sorted = made.targets.toSorted((a, b) => b.weightTarget - a.weightTarget || b.score - a.score);
  return details(
    'targets',
    `Where ${counted(made.targets.length, 'security stands', 'securities stand')}`,
    table(
      'Weights now and their targets',
      [
        { title: 'Security' },
        { title: 'Weight now', numeric: true },
        { title: 'Target', numeric: true },
        { title: 'Score', numeric: true },
      ],
      sorted.map((one) => [
        h('strong', {}, one.symbol),
        percent(one.weightNow),
        percent(one.weightTarget),
        score(one.score),
      ]),
    ),
  );
}
