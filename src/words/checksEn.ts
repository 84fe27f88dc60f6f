/** The checks in English (see checks.ts). */
import type { ChecksWords } from './checks.ts';
import { plain, signed } from './scene.ts';

const amount = (value: number | null): string => (value === null ? '?' : plain(value));

export const checksEn: ChecksWords = {
  L01: {
    name: 'Empty stage',
    says: ({ name }) => `Nothing happens in the stage “${name}”: it has no touchpoint of the journey.`,
    todo: 'Add what the customer meets here, or remove the stage.',
    remedy: 'Add a touchpoint',
  },
  L02: {
    name: 'Emotion not rated',
    says: ({ name }) => `Nobody has rated how “${name}” feels.`,
    todo: 'Rate it; an estimate marked as assumed is better than a hole in the curve.',
    remedy: 'Rate the emotion',
  },
  'L03/key': {
    name: 'Key touchpoint without owner',
    says: ({ name }) => `“${name}” is a key touchpoint, and nobody owns it.`,
    todo: 'Name the person or role that answers for it.',
    remedy: 'Name an owner',
  },
  'L03/moment': {
    name: 'Moment of truth without owner',
    says: ({ name }) => `“${name}” is a moment of truth, and nobody owns it.`,
    todo: 'Name the person or role that answers for it.',
    remedy: 'Name an owner',
  },
  'L04/no-zero': {
    name: 'No zero moment of truth',
    says: () => 'The map does not say where customers make up their mind before they meet the product.',
    todo: 'Mark that touchpoint as the zero moment of truth.',
    remedy: null,
  },
  'L04/no-first': {
    name: 'No first moment of truth',
    says: () => 'The map does not say where customers choose and buy.',
    todo: 'Mark that touchpoint as the first moment of truth.',
    remedy: null,
  },
  'L04/no-second': {
    name: 'No second moment of truth',
    says: () => 'The map does not say where customers find out whether they would buy again.',
    todo: 'Mark that touchpoint as the second moment of truth.',
    remedy: null,
  },
  'L04/misplaced': {
    name: 'Misplaced moment of truth',
    says: ({ name }) => `The moment of truth at “${name}” lies in a phase where it does not belong.`,
    todo: 'Move it to a touchpoint of its phase, or set the phase of the stage right.',
    remedy: 'Open the moment',
  },
  L05: {
    name: 'Pain without an answer',
    says: ({ name, amount: emotion }) =>
      `“${name}” hurts (${signed(emotion ?? 0)}), and no insight, opportunity or action refers to it.`,
    todo: 'Write down why it hurts, or what could be better.',
    remedy: 'Add an opportunity',
  },
  'L06/no-target': {
    name: 'Complaints without a response time',
    says: ({ name }) => `“${name}” handles complaints but promises no response time.`,
    todo: 'Set the time in which a complaint gets its answer.',
    remedy: 'Set a target',
  },
  'L06/no-complaint-node': {
    name: 'Nowhere to complain',
    says: () => 'Customers buy here, but no touchpoint handles their complaints.',
    todo: 'Add the touchpoint that does, or mark the one that already does.',
    remedy: null,
  },
  L07: {
    name: 'Nobody listens',
    says: () => 'No touchpoint in or after the time of use listens to what customers say.',
    todo: 'Add a survey or monitoring, or mark the touchpoint that already listens.',
    remedy: null,
  },
  L08: {
    name: 'Off the brand',
    says: ({ name }) => `Message, topic or tone of “${name}” is off the brand.`,
    todo: 'Give it one of the brand’s messages and topics, and a tone nearer to the target.',
    remedy: 'Open the message',
  },
  'L09/cycle': {
    name: 'Links in a circle',
    says: ({ name, others }) =>
      `Links lead from “${name}” back to itself, over ${others.map(quoted).join(', ')}.`,
    todo: 'Make the way back a loop link.',
    remedy: 'Make it a loop',
  },
  'L09/unlinked': {
    name: 'Touchpoint without links',
    says: ({ name }) => `No link leads to or from “${name}”.`,
    todo: 'Link it with what comes before or after.',
    remedy: 'Open the links',
  },
  'L10/over-cap': {
    name: 'Too many messages',
    says: ({ name, others, amount: most, limit }) =>
      `${others.length > 0 ? others.join(' and ') : 'Everybody'} would get ${amount(most)} messages a week over “${name}”; the cap is ${amount(limit)}.`,
    todo: 'Send fewer, spread them over other channels, or raise the cap with the customers’ consent.',
    remedy: 'Open the cap',
  },
  'L10/no-cap': {
    name: 'Channel without a cap',
    says: ({ name }) => `“${name}” needs permission, but nothing says how many messages a week are too many.`,
    todo: 'Set the most messages a person may get in a week.',
    remedy: 'Set a cap',
  },
  'L11/glance': {
    name: 'Too long for a glance',
    says: ({ name, others }) =>
      `“${name}” tells something long where people only glance (${others.join(', ')}).`,
    todo: 'Say it in a picture or a line, or tell it where people have time.',
    remedy: 'Change the way of telling',
  },
  'L11/dialogue': {
    name: 'Broadcast into a conversation',
    says: ({ name, others }) =>
      `“${name}” broadcasts where people talk with each other (${others.join(', ')}).`,
    todo: 'Join the conversation, or broadcast elsewhere.',
    remedy: 'Change the way of telling',
  },
  L12: {
    name: 'Tiers upside down',
    says: ({ name, others: [lower = '', higher = ''] }) =>
      `At “${name}”, ${lower} is served better than ${higher}.`,
    todo: 'Put the levels of service in the order of the tiers.',
    remedy: 'Open the levels',
  },
  L13: {
    name: 'No evidence',
    says: ({ amount: rated }) =>
      `All ${amount(rated)} rated emotions are assumed; nothing was observed or measured.`,
    todo: 'Ask or watch some customers, and mark what you saw.',
    remedy: null,
  },
  L14: {
    name: 'Serves no touchpoint',
    says: ({ name }) => `“${name}” is linked to nothing the customer meets.`,
    todo: 'Link it to the touchpoint it makes possible, or remove it.',
    remedy: 'Open the links',
  },
  'L15/no-base': {
    name: 'Future without a present',
    says: () => 'This map shows a future state but names no map it comes from, so nothing can be compared.',
    todo: 'Make it with “Make a future state” from the present map.',
    remedy: null,
  },
  'L15/no-origin': {
    name: 'No counterpart in the present',
    says: ({ name }) => `“${name}” is compared as new: it names no touchpoint of the present map.`,
    todo: 'Leave it if it is new; else name the touchpoint it replaces.',
    remedy: null,
  },
  'L16/no-condition': {
    name: 'Timed rule without a condition',
    says: ({ name, others }) =>
      `The rule from “${name}” to ${others.map(quoted).join(', ')} has a time but no condition.`,
    todo: 'Say for whom it fires, such as “if not paid”.',
    remedy: 'Write the condition',
  },
  'L16/no-delay': {
    name: 'Timed rule without a delay',
    says: ({ name, others }) =>
      `The rule from “${name}” to ${others.map(quoted).join(', ')} fires after 0 minutes.`,
    todo: 'Set the time it waits, or make it an ordinary link.',
    remedy: 'Set the delay',
  },
  L17: {
    name: 'More passed than came',
    says: ({ name, amount: passed, limit }) =>
      `At “${name}”, ${amount(passed)} passed although only ${amount(limit)} were reached.`,
    todo: 'Put the two counts right; until then this sieve is not counted.',
    remedy: 'Open the counts',
  },
};

function quoted(name: string): string {
  return `“${name}”`;
}
