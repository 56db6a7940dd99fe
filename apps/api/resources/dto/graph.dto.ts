import { ACTIONS, Describes, Field, STATUSES, schema } from '#contracts';
import type { Action, Status } from '#contracts';

@Describes('A resource in the graph of its stack.')
export class GraphNodeDto {
  @Field(schema.text('Its name in the template.'))
  resource_name!: string;

  @Field(schema.text('Its type.'))
  resource_type!: string;

  @Field(schema.words(ACTIONS, 'What is being done with it, or was done last.'))
  action!: Action;

  @Field(schema.words(STATUSES, 'How far that is.'))
  status!: Status;

  @Field(schema.orNull(schema.uuid('The stack that it is, which has a graph of its own.')))
  nested_stack_id!: string | null;
}

@Describes('That a resource needs another one: that one is made first, and removed last.')
export class GraphEdgeDto {
  @Field(schema.text('The name of the resource that needs the other.'))
  from!: string;

  @Field(schema.text('The name of the one that it needs.'))
  to!: string;
}

@Describes('The nodes and edges of a stack.')
export class GraphDto {
  @Field(
    schema.list(
      schema.one(() => GraphNodeDto),
      'The resources, of each name the incarnation that counts, by name.',
    ),
  )
  nodes!: readonly GraphNodeDto[];

  @Field(schema.list(schema.one(() => GraphEdgeDto)))
  edges!: readonly GraphEdgeDto[];
}
