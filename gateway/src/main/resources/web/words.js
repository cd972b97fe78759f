/** Codes in words for people. A code that is not listed is shown as it came, in lower case. */
const ORDER_STATES = {
  INTENDED: ['planned, not sent', 'wait'],
  SENDING: ['being sent', 'wait'],
  ACCEPTED: ['waiting at the broker', 'wait'],
  PARTIALLY_FILLED: ['partly filled', 'wait'],
  FILLED: ['filled', 'good'],
  CANCEL_REQUESTED: ['being cancelled', 'wait'],
  CANCEL_UNKNOWN: ['cancelled? not known yet', 'bad'],
  CANCELLED: ['cancelled', 'calm'],
  EXPIRED: ['expired', 'calm'],
  REJECTED: ['rejected by the broker', 'bad'],
  DENIED: ['denied by our own gate', 'calm'],
  UNKNOWN: ['outcome not known', 'bad'],
  ABSENT: ['never reached the broker', 'calm'],
};
const SERVICE_STATES = {
  HEALTHY: ['healthy', 'good'],
  UNHEALTHY: ['unhealthy', 'bad'],
  UNKNOWN: ['not known', 'wait'],
};
const MODES = {
  RESEARCH: ['RESEARCH', 'Plans only; no order leaves.'],
  PAPER: ['PAPER', 'Orders go to the paper broker; no real money moves.'],
  LIVE: ['LIVE', 'Orders go to a real broker.'],
};
const JOBS = {
  'planner-batch': 'Planning',
  'trading-cycle': 'Trading cycle',
};

export const orderState = (code) => ORDER_STATES[code] ?? [sentence(code), 'wait'];
export const serviceState = (code) => SERVICE_STATES[code] ?? [sentence(code), 'wait'];
export const mode = (code) => MODES[code] ?? [code, ''];
export const job = (name) => JOBS[name] ?? name;
export const side = (code) => ({ BUY: 'Buy', SELL: 'Sell' })[code] ?? code;

/** EXECUTED_STEP_1 as "Executed step 1". */
export function sentence(code) {
  const lower = code.replaceAll('_', ' ').toLowerCase();
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

/** 1 trade, 2 trades. */
export const counted = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
