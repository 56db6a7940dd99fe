import type { NodeBuilder, NodeProperties, NodeRole } from './node-builder';
import { Scanner } from './scanner';
import type { Token, TokenKind } from './tokens';
import { syntaxFault, YamlFault } from './yaml-fault';

const DEFAULT_HANDLES: readonly (readonly [string, string])[] = [
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
];

/** What a text begins with where it says where its document begins, or has none. */
const STREAM_STARTS: readonly TokenKind[] = ['directive', 'document start', 'stream end'];

/** What comes where a value is left out, by where that is. Lists are made once, as each value is asked for them. */
const ENDS = {
  document: [...STREAM_STARTS, 'document end'],
  /** Of a list that is told by its indentation. */
  item: ['block entry', 'block end'],
  /** Of a list at the column of its key's map. */
  indentlessItem: ['block entry', 'key', 'value', 'block end'],
  /** Of a map that is told by its indentation: both its keys and its values. */
  entry: ['key', 'value', 'block end'],
  pairKey: ['value', 'flow entry', 'flow sequence end'],
  pairValue: ['flow entry', 'flow sequence end'],
  flowKey: ['value', 'flow entry', 'flow mapping end'],
  flowValue: ['flow entry', 'flow mapping end'],
} as const satisfies Record<string, readonly TokenKind[]>;

/**
 * Parses the one document of a text as PyYAML's parser does, and makes something of its nodes;
 * `undefined` where there is no document. Throws `YamlFault`, also where nodes stand in each other
 * deeper than `nesting`, before it goes on.
 */
export function parseYaml<T>(text: string, builder: NodeBuilder<T>, nesting: number): T | undefined {
  return new Parser(new Scanner(text), builder, nesting).parse();
}

class Parser<T> {
  private handles = new Map(DEFAULT_HANDLES);
  private depth = 0;

  constructor(
    private readonly scanner: Scanner,
    private readonly builder: NodeBuilder<T>,
    private readonly nesting: number,
  ) {}

  parse(): T | undefined {
    if (!this.scanner.nextIsOneOf(STREAM_STARTS)) return this.single(this.node('block', 'value'));
    this.skipDocumentEnds();
    if (this.scanner.nextIs('stream end')) return undefined;
    this.readDirectives();
    this.expect('document start', '`---`');
    const isEmpty = this.scanner.nextIsOneOf(ENDS.document);
    return this.single(isEmpty ? this.empty('value') : this.node('block', 'value'));
  }

  /** Only one document is taken. */
  private single(root: T): T {
    this.skipDocumentEnds();
    const { kind, offset } = this.scanner.peek();
    if (kind === 'stream end') return root;
    if (kind !== 'document start' && kind !== 'directive') throw unexpected(kind, offset);
    throw new YamlFault('a second document begins here; only one is taken', offset);
  }

  private skipDocumentEnds(): void {
    while (this.scanner.nextIs('document end')) this.scanner.take();
  }

  private readDirectives(): void {
    const seen = new Set<string>();
    for (let token = this.scanner.peek(); token.kind === 'directive'; token = this.scanner.peek()) {
      const [first = '', prefix = ''] = token.values;
      const name = token.name === 'TAG' ? `%TAG ${first}` : `%${token.name}`;
      if (first !== '' && seen.has(name)) throw syntaxFault(`the directive \`${name}\` is given twice`, token.offset);
      if (name === '%YAML' && !first.startsWith('1.')) throw syntaxFault('expected version 1 of YAML', token.offset);
      if (token.name === 'TAG') this.handles.set(first, prefix);
      seen.add(name);
      this.scanner.take();
    }
  }

  /** `indentless`: a list at the column of its key's map. */
  private node(form: 'block' | 'flow' | 'indentless', role: NodeRole): T {
    const token = this.scanner.peek();
    if (token.kind === 'alias') {
      this.scanner.take();
      return this.builder.alias(token.name, token.offset);
    }
    const properties = this.properties();
    const next = this.scanner.peek();
    if (next.kind === 'scalar') {
      this.scanner.take();
      return this.builder.scalar(next.text, next.plain, properties, role);
    }
    return this.collection(next, form, properties) ?? this.withoutContent(next, properties, role);
  }

  private collection(next: Token, form: 'block' | 'flow' | 'indentless', node: NodeProperties): T | undefined {
    if (next.kind === 'flow sequence start') return this.nested(node, () => this.flowSequence(node));
    if (next.kind === 'flow mapping start') return this.nested(node, () => this.flowMapping(node));
    if (form === 'flow') return undefined;
    if (next.kind === 'block entry' && form === 'indentless')
      return this.nested(node, () => this.indentlessSequence(node));
    if (next.kind === 'block sequence start') return this.nested(node, () => this.blockSequence(node));
    return next.kind === 'block mapping start' ? this.nested(node, () => this.blockMapping(node)) : undefined;
  }

  private withoutContent(next: Token, node: NodeProperties, role: NodeRole): T {
    if (node.anchor === undefined && node.tag === undefined) throw unexpected(next.kind, next.offset);
    // Of what says that it has no tag, and has nothing else, PyYAML makes an empty text.
    return this.builder.scalar('', node.tag !== '!', { ...node, tag: node.tag === '!' ? undefined : node.tag }, role);
  }

  private nested(node: NodeProperties, parse: () => T): T {
    if (this.depth >= this.nesting) {
      const detail = `lists and maps stand in each other deeper than the limit of ${this.nesting}`;
      throw new YamlFault(detail, node.offset);
    }
    this.depth += 1;
    this.builder.open(node);
    const built = parse();
    this.depth -= 1;
    return built;
  }

  /** Anchor and tag, in either order. */
  private properties(): NodeProperties {
    const { offset } = this.scanner.peek();
    let anchor: string | undefined;
    let tag: string | undefined;
    for (;;) {
      const token = this.scanner.peek();
      if (token.kind === 'anchor' && anchor === undefined) anchor = token.name;
      else if (token.kind === 'tag' && tag === undefined) tag = this.resolveTag(token);
      else return { offset, anchor, tag };
      this.scanner.take();
    }
  }

  private resolveTag({ handle, suffix, offset }: Extract<Token, { kind: 'tag' }>): string {
    if (handle === undefined) return suffix;
    const prefix = this.handles.get(handle);
    if (prefix === undefined) throw syntaxFault(`the handle \`${handle}\` of the tag is not known`, offset);
    return prefix + suffix;
  }

  private blockSequence(node: NodeProperties): T {
    this.scanner.take();
    const items: T[] = [];
    while (this.takes('block entry')) {
      items.push(this.scanner.nextIsOneOf(ENDS.item) ? this.empty('value') : this.node('block', 'value'));
    }
    this.expect('block end', 'the next item of the list, or a smaller indentation');
    return this.builder.list(items, node);
  }

  private indentlessSequence(node: NodeProperties): T {
    const items: T[] = [];
    while (this.takes('block entry')) {
      const isEmpty = this.scanner.nextIsOneOf(ENDS.indentlessItem);
      items.push(isEmpty ? this.empty('value') : this.node('block', 'value'));
    }
    return this.builder.list(items, node);
  }

  private blockMapping(node: NodeProperties): T {
    this.scanner.take();
    const entries: [T, T][] = [];
    while (this.takes('key')) {
      const key = this.entryPart('key');
      const value = this.takes('value') ? this.entryPart('value') : this.empty('value');
      entries.push([key, value]);
    }
    this.expect('block end', 'the next key of the map, or a smaller indentation');
    return this.builder.map(entries, node);
  }

  private entryPart(role: NodeRole): T {
    return this.scanner.nextIsOneOf(ENDS.entry) ? this.empty(role) : this.node('indentless', role);
  }

  private flowSequence(node: NodeProperties): T {
    this.scanner.take();
    const items: T[] = [];
    while (!this.takes('flow sequence end')) {
      if (items.length > 0) this.expect('flow entry', '`,` or `]`');
      if (items.length > 0 && this.takes('flow sequence end')) break;
      items.push(this.scanner.nextIs('key') ? this.singlePair() : this.node('flow', 'value'));
    }
    return this.builder.list(items, node);
  }

  /** `[a: b]` is a list of a map of one entry. */
  private singlePair(): T {
    const { offset } = this.scanner.take();
    const node = { offset, tag: undefined, anchor: undefined };
    return this.nested(node, () => {
      const key = this.flowPart('key', ENDS.pairKey);
      const value = this.takes('value') ? this.flowPart('value', ENDS.pairValue) : this.empty('value');
      return this.builder.map([[key, value]], node);
    });
  }

  private flowMapping(node: NodeProperties): T {
    this.scanner.take();
    const entries: [T, T][] = [];
    while (!this.takes('flow mapping end')) {
      if (entries.length > 0) this.expect('flow entry', '`,` or `}`');
      if (entries.length > 0 && this.takes('flow mapping end')) break;
      entries.push(this.flowEntry());
    }
    return this.builder.map(entries, node);
  }

  private flowEntry(): [T, T] {
    if (!this.takes('key')) return [this.node('flow', 'key'), this.empty('value')];
    const key = this.flowPart('key', ENDS.flowKey);
    const value = this.takes('value') ? this.flowPart('value', ENDS.flowValue) : this.empty('value');
    return [key, value];
  }

  private flowPart(role: NodeRole, ends: readonly TokenKind[]): T {
    return this.scanner.nextIsOneOf(ends) ? this.empty(role) : this.node('flow', role);
  }

  private empty(role: NodeRole): T {
    const { offset } = this.scanner.peek();
    return this.builder.scalar('', true, { offset, tag: undefined, anchor: undefined }, role);
  }

  private takes(kind: TokenKind): boolean {
    const isNext = this.scanner.nextIs(kind);
    if (isNext) this.scanner.take();
    return isNext;
  }

  private expect(kind: TokenKind, what: string): void {
    const token = this.scanner.peek();
    if (token.kind !== kind) throw syntaxFault(`expected ${what}, found ${NAMES[token.kind]}`, token.offset);
    this.scanner.take();
  }
}

function unexpected(kind: TokenKind, offset: number): YamlFault {
  return syntaxFault(`expected a value, found ${NAMES[kind]}`, offset);
}

/** Tokens as the author of a text knows them. */
const NAMES: Readonly<Record<TokenKind, string>> = {
  'stream end': 'the end of the text',
  'document start': '`---`',
  'document end': '`...`',
  'block sequence start': 'a list',
  'block mapping start': 'a map',
  'block end': 'a smaller indentation',
  'flow sequence start': '`[`',
  'flow sequence end': '`]`',
  'flow mapping start': '`{`',
  'flow mapping end': '`}`',
  'block entry': '`-`',
  'flow entry': '`,`',
  key: 'a key',
  value: '`:`',
  scalar: 'a text',
  alias: 'an alias',
  anchor: 'an anchor',
  tag: 'a tag',
  directive: 'a directive',
};
