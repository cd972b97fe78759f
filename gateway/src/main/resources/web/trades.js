import { details, draw, h, state, table } from './dom.js';
import { exactMoment, moment, money, price, quantity } from './format.js';
import { orderState, sentence, side } from './words.js';

/** The newest trades, each with its orders and their executions. */
export function drawTrades({ trades, now, minute }) {
  draw('trades-body', [trades, minute], () =>
    trades.length
      ? h('div', { class: 'trades' }, trades.map((trade) => tradeCard(trade, now)))
      : h('p', { class: 'empty' }, 'Nothing has been traded yet.'),
  );
}

function tradeCard(trade, now) {
  return details(
    trade.tradeId,
    h(
      'span',
      { class: 'trade' },
      h('strong', {}, `${side(trade.side)} ${quantity(trade.quantity)} ${trade.symbol}`),
      state(...orderState(trade.state)),
      h('span', { class: 'small executed' }, executed(trade)),
      h('span', { class: 'small when' }, moment(trade.createdAt, now)),
    ),
    h('p', {}, trade.reason),
    trade.message
      ? h('p', { class: 'fault' }, trade.denialCode ? `${sentence(trade.denialCode)}: ` : '', trade.message)
      : null,
    h(
      'p',
      { class: 'small' },
      'Started ',
      exactMoment(trade.createdAt),
      trade.planHash ? `, step ${trade.planStep} of plan ${trade.planHash.slice(0, 16)}` : ', by hand',
      '.',
    ),
    trade.legs.length ? legs(trade) : h('p', { class: 'empty' }, 'No order was made.'),
  );
}

function executed(trade) {
  const average = trade.legs.findLast((leg) => leg.averagePrice)?.averagePrice;
  if (average) {
    return ['at ', price(average), ' on average'];
  }
  return trade.limit ? [trade.side === 'BUY' ? 'for at most ' : 'for at least ', price(trade.limit)] : 'at the market';
}

function legs(trade) {
  return table(
    'Orders at the broker and their executions',
    [
      { title: 'Order' },
      { title: 'State' },
      { title: 'Filled', numeric: true },
      { title: 'Reserved', numeric: true },
      { title: 'Executions' },
    ],
    trade.legs.map((leg) => [
      [h('strong', {}, leg.description), h('span', { class: 'small' }, leg.clientOrderId)],
      state(...orderState(leg.state)),
      leg.kind === 'SECURITY' ? quantity(leg.filled) : '–',
      leg.reserved ? money(leg.reserved) : 'nothing',
      leg.fills.length
        ? h('ul', { class: 'plain' }, leg.fills.map(fill))
        : 'none yet',
    ]),
  );
}

function fill(one) {
  return h('li', {}, `${one.description}, commission ${money(one.commission)}, `, exactMoment(one.at));
}
