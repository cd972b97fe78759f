import { draw, h, state, table } from './dom.js';
import {
  isNegative,
  isZero,
  minus,
  moment,
  money,
  percent,
  price,
  quantity,
  ratio,
  signedPercent,
  unknown,
} from './format.js';
import { orderState } from './words.js';

/** What is there: cash, holdings against their targets, and open orders. */
export function drawPortfolio({ portfolio, targets, now, minute }) {
  draw('portfolio-body', [{ ...portfolio, decisionTime: '' }, targets, minute], () => [
    sum(portfolio),
    holdings(portfolio, targets, now),
    cash(portfolio),
    openOrders(portfolio, now),
  ]);
}

function sum(portfolio) {
  return h(
    'p',
    { class: 'sum' },
    h('strong', {}, money(portfolio.total)),
    ' = ',
    money(portfolio.cash),
    ' cash + ',
    money(portfolio.holdings),
    ' holdings',
  );
}

function holdings(portfolio, targets, now) {
  if (!portfolio.positions.length) {
    return h(
      'p',
      { class: 'empty' },
      portfolio.balances.length
        ? 'Nothing is held yet. The next cycle decides what to buy with the cash.'
        : [
            'Nothing is held, and there is no money. Pay some in with ',
            h('code', {}, 'trader portfolio deposit 30000 EUR'),
            '.',
          ],
    );
  }
  const rows = portfolio.positions.map((position) => ({
    position,
    weight: ratio(position.valueInBase, portfolio.total),
    target: targets[position.isin] ?? null,
  }));
  const scale = Math.max(0.01, ...rows.flatMap((row) => [row.weight ?? 0, row.target ?? 0])) * 1.05;
  rows.sort((a, b) => (b.weight ?? 2) - (a.weight ?? 2));
  return table(
    'Holdings, the largest first',
    [
      { title: 'Holding' },
      { title: 'Quantity', numeric: true },
      { title: 'Price', numeric: true },
      { title: `Value in ${portfolio.baseCurrency}`, numeric: true },
      { title: 'Gain', numeric: true },
      { title: 'Weight and target' },
    ],
    rows.map((row) => holding(row, scale, now)),
    true,
  );
}

function holding({ position, weight, target }, scale, now) {
  return [
    [
      h('strong', {}, position.symbol),
      h('span', { class: 'small' }, position.name),
      position.note ? h('span', { class: 'small fault' }, position.note) : null,
    ],
    quantity(position.quantity),
    [
      h('span', {}, price(position.price)),
      position.pricedAt ? h('span', { class: 'small' }, moment(position.pricedAt, now)) : null,
    ],
    [
      h('span', {}, money(position.valueInBase)),
      foreign(position) ? h('span', { class: 'small' }, money(position.value)) : null,
    ],
    gain(position),
    weightBar(weight, target, scale),
  ];
}

const foreign = ({ value, valueInBase }) => value && valueInBase && value.currency !== valueInBase.currency;

function gain({ value, cost }) {
  const difference = minus(value, cost);
  if (!difference) {
    return unknown();
  }
  const share = ratio(difference, cost);
  const tone = isZero(difference) ? null : isNegative(difference) ? 'loss' : 'profit';
  return [
    h('span', { class: tone }, share === null ? money(difference, true) : signedPercent(share)),
    share === null ? null : h('span', { class: 'small' }, money(difference, true)),
  ];
}

function weightBar(weight, target, scale) {
  if (weight === null) {
    return unknown();
  }
  const words =
    target === null ? percent(weight) : `${percent(weight)}, target ${percent(target)}`;
  return h(
    'div',
    { class: 'weight' },
    h(
      'span',
      { class: 'track', 'aria-hidden': 'true', vars: { '--fill': part(weight, scale), '--target': part(target ?? 0, scale) } },
      h('span', { class: 'fill' }),
      target === null ? null : h('span', { class: 'target' }),
    ),
    h('span', { class: 'words' }, words),
  );
}

const part = (value, scale) => `${((100 * value) / scale).toFixed(2)}%`;

function cash(portfolio) {
  if (!portfolio.balances.length) {
    return null;
  }
  const unsettled = portfolio.balances.some((balance) => !isZero(balance.unsettled));
  return table(
    'Cash',
    [
      { title: 'Currency' },
      { title: 'Total', numeric: true },
      { title: 'Reserved by orders', numeric: true },
      unsettled ? { title: 'Not settled yet', numeric: true } : null,
      { title: 'Available', numeric: true },
      { title: `Total in ${portfolio.baseCurrency}`, numeric: true },
    ].filter((column) => column),
    portfolio.balances.map((balance) =>
      [
        h('strong', {}, balance.currency),
        money(balance.total),
        isZero(balance.reserved) ? 'nothing' : money(balance.reserved),
        unsettled ? money(balance.unsettled) : null,
        h('span', { class: isNegative(balance.available) ? 'loss' : null }, money(balance.available)),
        money(balance.totalInBase),
      ].filter((cell) => cell !== null),
    ),
    true,
  );
}

function openOrders(portfolio, now) {
  if (!portfolio.openOrders.length) {
    return portfolio.balances.length ? h('p', { class: 'empty' }, 'No order is open.') : null;
  }
  return table(
    'Open orders and what they hold back',
    [
      { title: 'Order' },
      { title: 'State' },
      { title: 'Reserved', numeric: true },
      { title: 'Brings at least', numeric: true },
      { title: 'Since' },
    ],
    portfolio.openOrders.map((order) => [
      h('strong', {}, order.description),
      state(...orderState(order.state)),
      order.reservedCash ? money(order.reservedCash) : 'nothing',
      order.expectedCash ? money(order.expectedCash) : '–',
      moment(order.createdAt, now),
    ]),
    true,
  );
}
