import { parseAst } from 'rolldown/parseAst';

/** A text in the source of a component that would lie beside other nodes of the page as a text node of its own. */
export interface BareText {
  line: number;
  /** As it is written. */
  source: string;
}

/** What an expression can become on the page: nothing, white space, elements alone, or text (and whatever is not known to be none). */
type Kind = 'nothing' | 'space' | 'elements' | 'text';
const WORSE: readonly Kind[] = ['nothing', 'space', 'elements', 'text'];

/** A node of the syntax tree; the parser's own types are not needed to walk through it. */
interface Node {
  type: string;
  start: number;
  end: number;
  // biome-ignore lint/suspicious/noExplicitAny: as the parser gives it.
  [field: string]: any;
}

/**
 * Finds text that a translated page would lose: text (or what may be text) with siblings, in a fragment, or as all that a component
 * returns. It has to stand in an element of its own; a slot that is given elements alone says so by the type `Elements`.
 */
export function bareTexts(source: string): BareText[] {
  const tree = parseAst(source, { lang: 'tsx' }) as unknown as Node;
  const kinds = new Kinds(tree);
  const found: Node[] = [];
  walk(tree, (node) => {
    if (isJsx(node)) found.push(...bareChildren(node, kinds));
    if (isComponent(node))
      found.push(
        ...returnsOf(functionOf(node)!).flatMap((value) =>
          value && kinds.of(value) === 'text' ? [value] : [],
        ),
      );
  });
  return found.map(({ start, end }) => ({
    line: source.slice(0, start).split('\n').length,
    source: source.slice(start, end).replace(/\s+/g, ' '),
  }));
}

/** The children of an element or fragment that are on the page or may be. */
function childrenOf(jsx: Node): Node[] {
  return jsx.children.filter(
    (child: Node) =>
      !(
        child.type === 'JSXText' &&
        (child.value === '' || (/^\s*$/.test(child.value) && /\n/.test(child.value)))
      ) && !(child.type === 'JSXExpressionContainer' && child.expression.type === 'JSXEmptyExpression'),
  );
}

function bareChildren(jsx: Node, kinds: Kinds): Node[] {
  const children = childrenOf(jsx);
  if (jsx.type === 'JSXElement' && children.length < 2) return [];
  return children.filter((child) => kinds.ofChild(child) === 'text');
}

/** What the names of one file stand for; names are not told apart by scope, and the worst that one can be counts. */
class Kinds {
  private readonly values = new Map<string, Node[]>();
  private readonly functions = new Map<string, Node[]>();
  private readonly declared = new Map<string, Node[]>();
  private readonly asked = new Set<Node>();

  constructor(tree: Node) {
    walk(tree, (node) => {
      if (node.type === 'FunctionDeclaration' && node.id) put(this.functions, node.id.name, node);
      if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init)
        put(isFunction(node.init) ? this.functions : this.values, node.id.name, node.init);
      if (node.type === 'TSPropertySignature' && node.key.type === 'Identifier' && node.typeAnnotation)
        put(this.declared, node.key.name, node.typeAnnotation.typeAnnotation);
      // A method's type reads as that of a function.
      if (node.type === 'TSMethodSignature' && node.key.type === 'Identifier')
        put(this.declared, node.key.name, { ...node, type: 'TSFunctionType' });
    });
  }

  ofChild(child: Node): Kind {
    if (child.type === 'JSXText') return /\S/.test(child.value) ? 'text' : 'space';
    if (child.type === 'JSXExpressionContainer') return this.of(child.expression);
    return isJsx(child) ? 'elements' : 'text';
  }

  of(wrapped: Node | null): Kind {
    if (!wrapped) return 'nothing';
    if (wrapped.type === 'TSAsExpression' && isElementsType(wrapped.typeAnnotation)) return 'elements';
    const node = bare(wrapped);
    // What refers to itself adds nothing to what is known already.
    if (this.asked.has(node)) return 'nothing';
    this.asked.add(node);
    const kind = this.look(node);
    this.asked.delete(node);
    return kind;
  }

  private look(node: Node): Kind {
    if (isJsx(node)) return 'elements';
    switch (node.type) {
      case 'Literal':
        if (node.value === null || typeof node.value === 'boolean') return 'nothing';
        return /\S/.test(String(node.value)) ? 'text' : 'space';
      case 'LogicalExpression':
        return node.operator === '&&'
          ? this.of(node.right)
          : worst([this.of(node.left), this.of(node.right)]);
      case 'ConditionalExpression':
        return worst([this.of(node.consequent), this.of(node.alternate)]);
      case 'ArrayExpression':
        return worst(node.elements.map((element: Node | null) => this.of(element)));
      case 'Identifier':
        return node.name === 'undefined' ? 'nothing' : this.ofName(node.name);
      case 'MemberExpression':
        return node.computed ? 'text' : this.ofDeclared(node.property.name);
      case 'CallExpression':
        return this.ofCall(node);
      default:
        return 'text';
    }
  }

  private ofName(name: string): Kind {
    const values = this.values.get(name);
    if (!values) return this.ofDeclared(name);
    return worst(values.map((value) => this.of(value)));
  }

  private ofDeclared(name: string): Kind {
    const types = this.declared.get(name);
    return types?.every((type) => isElementsType(type)) ? 'elements' : 'text';
  }

  private ofCall({ callee: called, arguments: given }: Node): Kind {
    const callee = bare(called);
    if (callee.type === 'MemberExpression' && ['map', 'flatMap'].includes(callee.property.name))
      return isFunction(given[0]) ? this.ofReturns(given[0]) : 'text';
    if (callee.type !== 'Identifier') return 'text';
    const functions = this.functions.get(callee.name);
    if (functions) return worst(functions.map((one) => this.ofReturns(one)));
    const types = this.declared.get(callee.name);
    const givesElements = types?.every(
      (type) =>
        functionTypes(type).length > 0 &&
        functionTypes(type).every((one) => isElementsType(one.returnType.typeAnnotation)),
    );
    return givesElements ? 'elements' : 'text';
  }

  private ofReturns(one: Node): Kind {
    return worst(returnsOf(one).map((value) => this.of(value)));
  }
}

const isJsx = ({ type }: Node) => type === 'JSXElement' || type === 'JSXFragment';
const isFunction = (node: Node | undefined) =>
  node !== undefined && /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);

/** The function that a declaration of a component makes. */
function functionOf(node: Node): Node | null {
  if (node.type === 'FunctionDeclaration') return node;
  return node.type === 'VariableDeclarator' && node.init && isFunction(node.init) ? node.init : null;
}

function isComponent(node: Node): boolean {
  return functionOf(node) !== null && /^[A-Z][a-z]/.test(node.id?.name ?? '') && !!functionOf(node)!.body;
}

/** Elements, or a function from which only they come. */
function isElementsType(type: Node): boolean {
  if (type.type === 'TSUnionType') return type.types.every((one: Node) => isElementsType(one));
  if (/^TS(Null|Undefined)Keyword$/.test(type.type)) return true;
  return type.type === 'TSTypeReference' && ['Elements', 'ReactElement'].includes(type.typeName.name);
}

function functionTypes(type: Node): Node[] {
  if (type.type === 'TSUnionType') return type.types.flatMap(functionTypes);
  if (type.type === 'TSParenthesizedType') return functionTypes(type.typeAnnotation);
  return type.type === 'TSFunctionType' ? [type] : [];
}

/** What a function returns, without what functions inside it return. */
function returnsOf(one: Node): (Node | null)[] {
  if (one.body.type !== 'BlockStatement') return [one.body];
  const values: (Node | null)[] = [];
  walk(
    one.body,
    (node) => {
      if (node.type === 'ReturnStatement') values.push(node.argument);
    },
    isFunction,
  );
  return values;
}

/** Without brackets and what is said about types alone. */
function bare(node: Node): Node {
  return /^(ParenthesizedExpression|TSAsExpression|TSNonNullExpression|TSSatisfiesExpression|ChainExpression)$/.test(
    node.type,
  )
    ? bare(node.expression)
    : node;
}

function walk(
  node: Node,
  visit: (node: Node) => void,
  leaveOut: (node: Node) => boolean = () => false,
): void {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child === 'object' && typeof child.type === 'string' && !leaveOut(child))
        walk(child, visit, leaveOut);
    }
  }
}

function worst(kinds: Kind[]): Kind {
  return kinds.reduce((a, b) => (WORSE.indexOf(a) > WORSE.indexOf(b) ? a : b), 'nothing');
}

function put(map: Map<string, Node[]>, name: string, node: Node): void {
  map.set(name, [...(map.get(name) ?? []), node]);
}
