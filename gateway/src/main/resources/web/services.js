import { draw, facts, h, state } from './dom.js';
import { count, latency, moment, percent } from './format.js';
import { serviceState } from './words.js';

/** The seven services, each with where it lives and how it does. */
export function drawServices({ status, metrics, minute }) {
  draw('services-body', [status.services, metrics, minute], () =>
    h(
      'ul',
      { class: 'cards' },
      status.services.map((service) => card(service, metrics?.[service.name], status.now)),
    ),
  );
}

function card(service, figures, now) {
  const [word, tone] = serviceState(service.state);
  return h(
    'li',
    { class: `card ${tone}` },
    h('div', { class: 'card-title' }, h('h3', {}, service.displayName), state(word, tone)),
    service.state === 'HEALTHY' ? null : h('p', { class: 'fault' }, service.reason),
    facts(
      ['Where', placement(service)],
      ['Version', service.version || 'no answer'],
      ['Changed', moment(service.since, now)],
      figures ? ['Calls', calls(figures)] : null,
      figures ? ['Latency', latencies(figures)] : null,
    ),
  );
}

function placement(service) {
  return service.placement === 'in-process'
    ? ['in this process', h('span', { class: 'small' }, `port ${service.port}`)]
    : [service.deviceId, h('span', { class: 'small' }, service.placement)];
}

function calls(figures) {
  if (figures.total_calls === 0) {
    return 'none yet';
  }
  const failed = figures.failed_calls
    ? `, ${count(figures.failed_calls)} failed (${percent(1 - figures.success_rate)})`
    : ', none failed';
  return count(figures.total_calls) + failed;
}

function latencies(figures) {
  return figures.total_calls === 0
    ? 'none yet'
    : `${latency(figures.avg_latency_ms)}, at most ${latency(figures.max_latency_ms)}`;
}
