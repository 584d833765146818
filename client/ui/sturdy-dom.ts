/**
 * Lets React go on where somebody else has changed the page: translators wrap texts in elements of their own, extensions add and remove
 * what they like. React then removes a node that is not there any more, or puts one before it, and throws; the whole page would go for it
 * (facebook/react#11538). Our own components do not depend on this: they keep no text beside other nodes (docs/decisions/0014). It is for
 * nodes that were removed, and for what libraries draw.
 *
 * `removeChild` of a node that lies deeper removes it there, of one that lies elsewhere does nothing; `insertBefore` a node that lies
 * deeper goes before what it was put into, before one that is gone goes to the end.
 */
export function makeDomSturdy(prototype: Node = Node.prototype): void {
  const { removeChild, insertBefore } = prototype;
  prototype.removeChild = function <Child extends Node>(this: Node, child: Child): Child {
    if (child.parentNode && this.contains(child)) removeChild.call(child.parentNode, child);
    return child;
  };
  prototype.insertBefore = function <Fresh extends Node>(
    this: Node,
    fresh: Fresh,
    before: Node | null,
  ): Fresh {
    return insertBefore.call(this, fresh, placeIn(this, before)) as Fresh;
  };
}

/** The child of `parent` in which `node` lies, itself or what was put around it; null where it lies elsewhere. */
function placeIn(parent: Node, node: Node | null): Node | null {
  let place = node;
  while (place && place.parentNode !== parent) place = place.parentNode;
  return place;
}
