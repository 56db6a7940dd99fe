// Made from docs/openapi.json by `npm run docs`.

export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the versions of the API.
         * @description Needs no credentials.
         */
        get: operations["listVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows this description as a page, which loads nothing from elsewhere.
         * @description Needs no credentials.
         */
        get: operations["showDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/{asset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a part of that page.
         * @description Needs no credentials.
         */
        get: operations["showDocsAsset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells that the process runs.
         * @description Needs no credentials.
         */
        get: operations["isAlive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells whether the servers that the process needs can be reached.
         * @description Needs no credentials.
         */
        get: operations["isReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows this version of the API.
         * @description Needs no credentials.
         */
        get: operations["showVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/asyncapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows the description of messages and notifications (AsyncAPI 3.0).
         * @description Needs no credentials.
         */
        get: operations["showAsyncApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Streams everything that happens in the project.
         * @description It begins with what happens now, or a moment ago; with `Last-Event-ID` after that event. Events of one stack come in order. An event named `reset` says that some may be missing. The stream ends when the token expires. Needs the role reader or a higher one.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows this description of the API (OpenAPI 3.1).
         * @description Needs no credentials.
         */
        get: operations["showOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows what the project may have, and has.
         * @description Needs the role reader or a higher one.
         */
        get: operations["listQuotas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/resource_types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the resource types that are known, by name.
         * @description Needs the role reader or a higher one.
         */
        get: operations["listResourceTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/resource_types/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows all that is known of a resource type.
         * @description Needs the role reader or a higher one.
         */
        get: operations["showResourceType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/resource_types/{type}/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Makes a template of a resource type, with every property as a parameter.
         * @description Needs the role reader or a higher one.
         */
        get: operations["showSampleTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the engines, notifiers and apis that are alive, with what each holds.
         * @description Needs the role admin or a higher one.
         */
        get: operations["listServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/signals/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signals the resource whose URL this is.
         * @description Needs no credentials.
         */
        post: operations["signalByToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the stacks of the project, the newest first unless it is sorted otherwise.
         * @description Needs the role reader or a higher one.
         */
        get: operations["listStacks"];
        put?: never;
        /**
         * Creates a stack.
         * @description The whole template is checked before the answer: what can be known to be wrong never becomes a stack. Every fault that is found is in the answer, with its place. Needs the role member or a higher one.
         */
        post: operations["createStack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stacks/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tells what a create would do.
         * @description Whatever would be wrong with the create is wrong with its preview, also a name that is taken and a quota. Needs the role reader or a higher one.
         */
        post: operations["previewCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stacks/{stack_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a stack.
         * @description Needs the role reader or a higher one.
         */
        get: operations["showStack"];
        /**
         * Updates a stack to another template, environment, files and parameters.
         * @description Allowed in every state but while the stack is deleted: an update takes the place of the operation that is under way. Resources that stay as they are are not touched. Needs the role member or a higher one.
         */
        put: operations["replaceStack"];
        post?: never;
        /**
         * Deletes a stack with its resources.
         * @description A stack that is being deleted already answers the same again. Once it is gone, it answers 404; it is listed with `show_deleted=true` until it is purged. Needs the role member or a higher one.
         */
        delete: operations["deleteStack"];
        options?: never;
        head?: never;
        /**
         * Updates a part of what a stack is made from; what is left out stays.
         * @description Files, parameters and the sections of an environment that is an object are joined by name with what there is; a template, and an environment that is a text or comes in files, takes the place of the whole. Needs the role member or a higher one.
         */
        patch: operations["changeStack"];
        trace?: never;
    };
    "/v2/stacks/{stack_id}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Starts an action; the one key of the body names it.
         * @description Needs the role member or a higher one.
         */
        post: operations["actOnStack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stacks/{stack_id}/environment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows the environment as it was last accepted, with the values of hidden parameters masked.
         * @description Several environments are shown as the one that they were merged to. Defaults are masked of whatever the template or a template among the files hides. What is masked stays as it is where it is sent back so. Needs the role reader or a higher one.
         */
        get: operations["showEnvironment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stacks/{stack_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the events of a stack, the oldest first, or streams them as they happen.
         * @description With `Accept: text/event-stream` the answer is a live stream, which ends when the token expires. Needs the role reader or a higher one.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stacks/{stack_id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows the files as they were last accepted, with the values of hidden parameters masked.
         * @description A template or an environment among them that has such values is shown as JSON, whatever it was. What is masked stays as it is where it is sent back so, in a file of the same name. Needs the role reader or a higher one.
         */
        get: operations["showFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stacks/{stack_id}/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows which resource needs which, and how far each is.
         * @description Like the list of resources it is empty until the first operation is planned. Needs the role reader or a higher one.
         */
        get: operations["showGraph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stacks/{stack_id}/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the operations of a stack, also of a deleted one that is still listed.
         * @description Needs the role reader or a higher one.
         */
        get: operations["listOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stacks/{stack_id}/operations/{operation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows an operation.
         * @description Needs the role reader or a higher one.
         */
        get: operations["showOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stacks/{stack_id}/outputs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows the outputs of a stack as they were when it last settled.
         * @description Needs the role reader or a higher one.
         */
        get: operations["listOutputs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stacks/{stack_id}/outputs/{output_key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows one output as it was when the stack last settled.
         * @description Needs the role reader or a higher one.
         */
        get: operations["showOutput"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stacks/{stack_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tells what an update would do to each resource, and because of which properties.
         * @description The update is one by `PUT` with the same body; whatever would be wrong with it is wrong with its preview. What is not known before something is made counts as changed. Values that are sent back masked need the role member. Needs the role reader or a higher one.
         */
        post: operations["previewUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stacks/{stack_id}/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the resources of a stack: of each name the incarnation that counts.
         * @description Needs the role reader or a higher one.
         */
        get: operations["listResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stacks/{stack_id}/resources/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists or streams the events of the resources of a stack.
         * @description Needs the role reader or a higher one.
         */
        get: operations["listResourceEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stacks/{stack_id}/resources/events/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows an event.
         * @description Needs the role reader or a higher one.
         */
        get: operations["showEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stacks/{stack_id}/resources/{resource_name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a resource with its attributes.
         * @description Needs the role reader or a higher one.
         */
        get: operations["showResource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Marks a resource as unhealthy, or as healthy again. What is marked is replaced by the next update or converge.
         * @description Needs the role member or a higher one.
         */
        patch: operations["markResource"];
        trace?: never;
    };
    "/v2/stacks/{stack_id}/resources/{resource_name}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists or streams the events of a resource.
         * @description Needs the role reader or a higher one.
         */
        get: operations["listEventsOfResource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stacks/{stack_id}/resources/{resource_name}/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows the metadata of a resource: the template's, or what was set since.
         * @description Needs the role reader or a higher one.
         */
        get: operations["showMetadata"];
        /**
         * Replaces the metadata of a resource; an update that brings other metadata takes its place.
         * @description Needs the role member or a higher one.
         */
        put: operations["replaceMetadata"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Merges into the metadata of a resource (RFC 7396).
         * @description Needs the role member or a higher one.
         */
        patch: operations["mergeMetadata"];
        trace?: never;
    };
    "/v2/stacks/{stack_id}/resources/{resource_name}/signal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signals a resource; `{"unset_hook": "pre-update"}` lets it go on at a hook.
         * @description Needs the role member or a higher one.
         */
        post: operations["signalResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stacks/{stack_id}/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the snapshots of a stack.
         * @description Needs the role reader or a higher one.
         */
        get: operations["listSnapshots"];
        put?: never;
        /**
         * Makes a snapshot.
         * @description Needs the role member or a higher one.
         */
        post: operations["createSnapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stacks/{stack_id}/snapshots/{snapshot_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a snapshot.
         * @description Needs the role reader or a higher one.
         */
        get: operations["showSnapshot"];
        put?: never;
        post?: never;
        /**
         * Removes a snapshot.
         * @description Needs the role member or a higher one.
         */
        delete: operations["deleteSnapshot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/stacks/{stack_id}/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows the template as it was last accepted, with the defaults of hidden parameters masked.
         * @description Needs the role reader or a higher one.
         */
        get: operations["showTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the subscriptions of the project.
         * @description Needs the role reader or a higher one.
         */
        get: operations["listSubscriptions"];
        put?: never;
        /**
         * Subscribes a webhook or a queue.
         * @description Needs the role member or a higher one.
         */
        post: operations["createSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/subscriptions/{subscription_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a subscription.
         * @description Needs the role reader or a higher one.
         */
        get: operations["showSubscription"];
        put?: never;
        post?: never;
        /**
         * Ends a subscription.
         * @description Needs the role member or a higher one.
         */
        delete: operations["deleteSubscription"];
        options?: never;
        head?: never;
        /**
         * Changes a subscription; what is left out stays.
         * @description Needs the role member or a higher one.
         */
        patch: operations["changeSubscription"];
        trace?: never;
    };
    "/v2/subscriptions/{subscription_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends the retained log again.
         * @description Needs the role member or a higher one.
         */
        post: operations["replaySubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/template_versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the versions of the template language.
         * @description Needs the role reader or a higher one.
         */
        get: operations["listTemplateVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/template_versions/{version}/functions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the functions of a version of the template language.
         * @description A version is named by its date, its alias, or as the list of versions has it. Needs the role reader or a higher one.
         */
        get: operations["listTemplateFunctions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/validate_template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Checks a template, and answers what it is or every fault that it has.
         * @description Needs the role reader or a higher one.
         */
        post: operations["validateTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An action: exactly one of these, with its options or `null`. */
        Action: {
            /** @description The records go, the outside world stays; the result can be adopted. */
            abandon?: components["schemas"]["NoOptions"];
            /** @description Ends the running update, and goes back to the last good template unless `rollback` is false. */
            cancel_update?: components["schemas"]["CancelUpdate"];
            /** @description Compares every resource with the outside world. */
            check?: components["schemas"]["NoOptions"];
            /** @description The same, and repairs what differs. */
            converge?: components["schemas"]["NoOptions"];
            /** @description The same, and nothing changes. */
            export?: components["schemas"]["NoOptions"];
            /** @description The running operation starts no further step. */
            pause?: components["schemas"]["NoOptions"];
            /** @description Goes back to a snapshot. */
            restore?: components["schemas"]["Restore"];
            /** @description Undoes `pause` or `suspend`. */
            resume?: components["schemas"]["NoOptions"];
            /** @description A failed operation goes on from where it failed. */
            retry?: components["schemas"]["NoOptions"];
            /** @description Resources are suspended, in reverse order of dependency. */
            suspend?: components["schemas"]["NoOptions"];
        };
        /** @description The process runs. */
        Alive: {
            /** @constant */
            status: "alive";
        };
        /** @description An attribute of a resource type. */
        Attribute: {
            /**
             * @description What it holds, in lower case.
             * @example string
             */
            type: string;
            /** @description What it tells. */
            description?: string;
            support_status?: components["schemas"]["SupportStatus"];
        };
        /** @description How a running update ends. */
        CancelUpdate: {
            /** @description Whether the stack goes back to its last good template; true, unless it was given. */
            rollback?: boolean | null;
        };
        /** @description What is to change in a subscription. */
        ChangeSubscription: {
            /** @description What it is about. */
            filter?: components["schemas"]["SubscriptionFilterRequest"];
            /** @description Its name. */
            name?: string | null;
            /** @description Where notifications go. */
            sink?: components["schemas"]["SinkRequest"];
        };
        /** @description A state change, as CloudEvents 1.0 in structured mode has it. */
        CloudEvent: {
            /** @constant */
            specversion: "1.0";
            /** @description The id of the root of the stack and the sequence number. */
            id: string;
            /** @description The path of the root of the stack. */
            source: string;
            /**
             * @description What happened.
             * @example kiln.resource.create.complete
             */
            type: string;
            /** @description The stack that changed, or the resource. */
            subject: string;
            /**
             * Format: date-time
             * @description When it was stored.
             */
            time: string;
            /** @constant */
            datacontenttype: "application/json";
            /** @description The form of the data. */
            dataschema: string;
            /** @description Number within the root, from 1 on, without holes. */
            sequence: string;
            /** @description The id of the event before this one; the first has none. */
            previous?: string;
            /**
             * Format: uuid
             * @description The root of the stack.
             */
            partitionkey: string;
            data: components["schemas"]["NotificationData"];
        };
        /** @description What a value must keep to: one rule, and what is said of it. */
        Constraint: {
            /** @description What the rule is for. */
            description?: string;
            /** @description How long a text, a list or a map may be. */
            length?: {
                min?: number;
                max?: number;
            };
            /** @description How large a number may be. */
            range?: {
                min?: number;
                max?: number;
            };
            /** @description The number is the offset and a multiple of the step. */
            modulo?: {
                step?: number;
                offset?: number;
            };
            /** @description The values that there are. */
            allowed_values?: unknown[];
            /** @description The regular expression that the whole text matches. */
            allowed_pattern?: string;
            /** @description What the value names in the outside world. */
            custom_constraint?: string;
        };
        /** @description A snapshot to be made. */
        CreateSnapshot: {
            /** @description What to call it. */
            name?: string | null;
        };
        /** @description A stack to be made. */
        CreateStack: {
            /** @description What an abandoned stack gave: its resources are adopted instead of made. */
            adopt_stack_data?: Record<string, unknown> | null;
            /** @description Whether what was made or changed stays where that fails; true, unless it was given. */
            disable_rollback?: boolean | null;
            /** @description The environment: an object, or a text of JSON or YAML. */
            environment?: Record<string, unknown> | string | null;
            /** @description Environments among the files, in the order in which they are merged. */
            environment_files?: string[] | null;
            /** @description Files that the template names: a text, or JSON, by name. */
            files?: Record<string, unknown> | null;
            /** @description Values of parameters by name. */
            parameters?: Record<string, unknown> | null;
            /** @description A name that no other living stack of the project has. */
            stack_name: string;
            /** @description Words to find it by. */
            tags?: string[] | null;
            /** @description The template: an object, or a text of JSON or YAML. 8 MiB at most. */
            template: Record<string, unknown> | string;
            /** @description Minutes that an operation may take; 60, unless it was given. */
            timeout_mins?: number | null;
        };
        /** @description A subscription to be made. */
        CreateSubscription: {
            /** @description What it is about. */
            filter?: components["schemas"]["SubscriptionFilterRequest"];
            /** @description Its name. */
            name: string;
            /** @description Where notifications go. */
            sink: components["schemas"]["SinkRequest"];
        };
        /** @description What makes a stack. */
        Definition: {
            /** @description The environment: an object, or a text of JSON or YAML. */
            environment?: Record<string, unknown> | string | null;
            /** @description Environments among the files, in the order in which they are merged. */
            environment_files?: string[] | null;
            /** @description Files that the template names: a text, or JSON, by name. */
            files?: Record<string, unknown> | null;
            /** @description Values of parameters by name. */
            parameters?: Record<string, unknown> | null;
            /** @description The template: an object, or a text of JSON or YAML. 8 MiB at most. */
            template: Record<string, unknown> | string;
        };
        /** @description One thing that is wrong with a request, and what to change. */
        Diagnostic: {
            /**
             * @description JSON pointer (RFC 6901) into the request; into the template where that is at fault.
             * @example /template/resources/server/properties/flavor
             */
            path: string;
            /** @description What is wrong and what to change. */
            detail: string;
            /** @description Line in a template that came as text, from 1 on. */
            line?: number;
            /** @description Column in that line, from 1 on. */
            column?: number;
        };
        /** @description A property that is not what it was asked to be. */
        DriftedProperty: {
            /** @description The name of the property. */
            property: string;
            /** @description What was asked for, as JSON. */
            expected: string;
            /** @description What is found, as JSON. */
            found: string;
        };
        /** @description One event. */
        EventAnswer: {
            event: components["schemas"]["CloudEvent"];
        };
        /** @description A page of events, the oldest first. */
        EventList: {
            /** @description The link `next`, where there are more entries. */
            links: components["schemas"]["Link"][];
            events: components["schemas"]["CloudEvent"][];
            /** @description The sequence number from which on nothing is missing: what was before may be retained no more. */
            complete_from: number;
        };
        /** @description The nodes and edges of a stack. */
        Graph: {
            /** @description The resources, of each name the incarnation that counts, by name. */
            nodes: components["schemas"]["GraphNode"][];
            edges: components["schemas"]["GraphEdge"][];
        };
        /** @description That a resource needs another one: that one is made first, and removed last. */
        GraphEdge: {
            /** @description The name of the resource that needs the other. */
            from: string;
            /** @description The name of the one that it needs. */
            to: string;
        };
        /** @description A resource in the graph of its stack. */
        GraphNode: {
            /** @description Its name in the template. */
            resource_name: string;
            /** @description Its type. */
            resource_type: string;
            /**
             * @description What is being done with it, or was done last.
             * @enum {string}
             */
            action: "INIT" | "CREATE" | "UPDATE" | "DELETE" | "ROLLBACK" | "SUSPEND" | "RESUME" | "CHECK" | "CONVERGE" | "ADOPT" | "SNAPSHOT" | "RESTORE";
            /**
             * @description How far that is.
             * @enum {string}
             */
            status: "IN_PROGRESS" | "COMPLETE" | "FAILED" | "PAUSED";
            /**
             * Format: uuid
             * @description The stack that it is, which has a graph of its own.
             */
            nested_stack_id: string | null;
        };
        /** @description Where something related is. */
        Link: {
            /** @description What is there: `self`, `next` for the page after this one, or the name of a part. */
            rel: string;
            /**
             * Format: uri-reference
             * @description The URL.
             */
            href: string;
        };
        /** @description A mark on a resource. */
        MarkResource: {
            /** @description Whether the next update or converge replaces it. */
            mark_unhealthy: boolean;
            /** @description Why. */
            reason?: string | null;
        };
        /** @description The metadata of a resource. */
        MetadataAnswer: {
            metadata: Record<string, unknown>;
        };
        /** @description No options. */
        NoOptions: Record<string, unknown>;
        /** @description What Kiln needs cannot be reached. */
        NotReady: {
            /**
             * @description The kind of problem.
             * @enum {string}
             */
            type: "urn:kiln:problem:malformed-request" | "urn:kiln:problem:invalid-request" | "urn:kiln:problem:not-authenticated" | "urn:kiln:problem:not-allowed" | "urn:kiln:problem:quota-exceeded" | "urn:kiln:problem:not-found" | "urn:kiln:problem:method-not-allowed" | "urn:kiln:problem:conflict" | "urn:kiln:problem:expired" | "urn:kiln:problem:precondition-failed" | "urn:kiln:problem:body-too-large" | "urn:kiln:problem:unsupported-media-type" | "urn:kiln:problem:idempotency-key-reused" | "urn:kiln:problem:rate-limited" | "urn:kiln:problem:internal" | "urn:kiln:problem:not-implemented" | "urn:kiln:problem:unavailable";
            /** @description The kind of problem in words, always the same for a type. */
            title: string;
            /** @description The status of the answer. */
            status: number;
            /** @description What is wrong with this request, and what to change. */
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description The request, as in the header X-Openstack-Request-Id. */
            request_id: string;
            /** @description Every fault that was found in the request, up to a thousand. */
            errors?: components["schemas"]["Diagnostic"][];
            /** @description Each server, and `ok` or what is wrong with it. */
            checks: {
                [key: string]: string;
            };
        };
        /** @description What changed. Fields that do not apply are left out. */
        NotificationData: {
            /**
             * Format: uuid
             * @description The stack.
             */
            stack_id: string;
            /** @description The name of the stack. */
            stack_name: string;
            /**
             * Format: uuid
             * @description The operation that changed it.
             */
            operation_id?: string;
            /** @description The resource, where one changed. */
            resource_name?: string;
            /** @description The type of that resource. */
            resource_type?: string;
            /** @description What the resource is called in the outside world. */
            physical_resource_id?: string;
            /**
             * @description What is being done, or was done.
             * @enum {string}
             */
            action: "INIT" | "CREATE" | "UPDATE" | "DELETE" | "ROLLBACK" | "SUSPEND" | "RESUME" | "CHECK" | "CONVERGE" | "ADOPT" | "SNAPSHOT" | "RESTORE";
            /**
             * @description How far that is.
             * @enum {string}
             */
            status: "IN_PROGRESS" | "COMPLETE" | "FAILED" | "PAUSED";
            /** @description Why, where there is something to say. */
            status_reason?: string;
            /** @description Of a drift: the properties that differ. None where the thing is gone, or broken. */
            drift?: components["schemas"]["DriftedProperty"][];
            /** @description The request that caused it. */
            request_id?: string;
        };
        /** @description One run of one action over a stack. */
        Operation: {
            /**
             * Format: uuid
             * @description Names the operation in paths.
             */
            id: string;
            /**
             * Format: uuid
             * @description Its stack.
             */
            stack_id: string;
            /**
             * @description What it does.
             * @enum {string}
             */
            action: "INIT" | "CREATE" | "UPDATE" | "DELETE" | "ROLLBACK" | "SUSPEND" | "RESUME" | "CHECK" | "CONVERGE" | "ADOPT" | "SNAPSHOT" | "RESTORE";
            /**
             * @description How far it is.
             * @enum {string}
             */
            status: "IN_PROGRESS" | "COMPLETE" | "FAILED" | "PAUSED";
            /** @description Why the status is what it is, where there is something to say. */
            status_reason: string;
            /**
             * Format: date-time
             * @description When it was accepted.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When an engine had planned it.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            finished_at: string | null;
            /**
             * Format: date-time
             * @description When it fails if it has not ended.
             */
            deadline: string | null;
            progress: components["schemas"]["Progress"];
            /**
             * Format: uuid
             * @description The newer operation that took its place.
             */
            superseded_by: string | null;
            /** @description Who asked for it. */
            requested_by: string;
            /** @description What it made for whoever asked; most actions make nothing. */
            result: Record<string, unknown> | null;
            /** @description The operation itself and its stack. */
            links: components["schemas"]["Link"][];
        };
        /** @description One operation. */
        OperationAnswer: {
            operation: components["schemas"]["Operation"];
        };
        /** @description A page of operations. */
        OperationList: {
            /** @description The link `next`, where there are more entries. */
            links: components["schemas"]["Link"][];
            operations: components["schemas"]["Operation"][];
        };
        /** @description An output of a stack. */
        Output: {
            /** @description Its name in the template. */
            output_key: string;
            /** @description Its value; `null` where it could not be made. */
            output_value: unknown;
            /** @description What the template says of it. */
            description: string;
            /** @description Why it could not be made. */
            output_error?: string;
        };
        /** @description One output. */
        OutputAnswer: {
            output: components["schemas"]["Output"];
        };
        /** @description The outputs of a stack. */
        OutputList: {
            outputs: components["schemas"]["Output"][];
        };
        /** @description A parameter of the template. */
        Parameter: {
            /** @description Its type. */
            type: string;
            /** @description What forms call it. */
            label: string;
            /** @description What the template says of it. */
            description: string;
            /** @description Whether its value is never shown. */
            hidden: boolean;
            /** @description Whether it can never change. */
            immutable: boolean;
            /** @description Words that the template gives it. */
            tags: string[];
            constraints: components["schemas"]["Constraint"][];
            /** @description What it is where nobody gives it; `******` where it is hidden. */
            default?: unknown;
            /** @description What it is here; `******` where it is hidden. */
            value?: unknown;
        };
        /** @description Parameters that belong together in a form. */
        ParameterGroup: {
            label: string;
            description: string;
            /** @description Names of parameters. */
            parameters: string[];
        };
        /** @description What is to change in a stack; what is left out stays. */
        PatchStack: {
            /** @description Parameters that go back to their defaults. */
            clear_parameters?: string[] | null;
            /** @description Whether the real resources are looked at first. */
            converge?: boolean | null;
            /** @description Whether what was made or changed stays where that fails; true, unless it was given. */
            disable_rollback?: boolean | null;
            /** @description The environment: an object, or a text of JSON or YAML. */
            environment?: Record<string, unknown> | string | null;
            /** @description Environments among the files, in the order in which they are merged. */
            environment_files?: string[] | null;
            /** @description Files that the template names: a text, or JSON, by name. */
            files?: Record<string, unknown> | null;
            /** @description Values of parameters by name. */
            parameters?: Record<string, unknown> | null;
            /** @description The name that it has: a stack keeps it. */
            stack_name?: string | null;
            /** @description Words to find it by. */
            tags?: string[] | null;
            /** @description The template, where it changes. */
            template?: Record<string, unknown> | string | null;
            /** @description Minutes that an operation may take; 60, unless it was given. */
            timeout_mins?: number | null;
        };
        /** @description What a request would do. */
        Preview: {
            /** @description The resources of the template in its order, then those that it does not have any more. */
            resources: components["schemas"]["PreviewedResource"][];
            outputs: components["schemas"]["PreviewedOutput"][];
        };
        /** @description What a request would do. */
        PreviewAnswer: {
            preview: components["schemas"]["Preview"];
        };
        /** @description An output as far as it is known. */
        PreviewedOutput: {
            /** @description Its name in the template. */
            output_key: string;
            /** @description Its value; whatever of it is not known yet is `null`, `******` where a hidden parameter went into it. */
            output_value: unknown;
            /** @description What the template says of it. */
            description: string;
            /** @description Whether all of it is known. */
            known: boolean;
        };
        /** @description Something in the properties of a resource that will not be as it was, or may not be. */
        PreviewedProperty: {
            /** @description JSON pointer into the properties. */
            path: string;
            /** @description What it is now; `null` where it is not there, `******` where a hidden parameter went into it. */
            from: unknown;
            /** @description What it becomes, likewise; whatever of it is not known yet is `null`. */
            to: unknown;
            /** @description Whether what it becomes is known already; if not, it may turn out to be as it was. */
            known: boolean;
        };
        /** @description What would become of a resource. */
        PreviewedResource: {
            /** @description Its name in the template. */
            resource_name: string;
            /** @description Its type. */
            resource_type: string;
            /**
             * @description What would be done. Where something is not known yet, what would be done if that changes.
             * @enum {string}
             */
            change: "unchanged" | "create" | "update" | "replace" | "delete";
            properties: components["schemas"]["PreviewedProperty"][];
            /** @description Why. */
            reason: string;
            /** @description The same of the stack that it is made of; of a group, of one member. */
            nested?: components["schemas"]["Preview"];
        };
        /** @description Why a request was not done, as problem details (RFC 9457). */
        Problem: {
            /**
             * @description The kind of problem.
             * @enum {string}
             */
            type: "urn:kiln:problem:malformed-request" | "urn:kiln:problem:invalid-request" | "urn:kiln:problem:not-authenticated" | "urn:kiln:problem:not-allowed" | "urn:kiln:problem:quota-exceeded" | "urn:kiln:problem:not-found" | "urn:kiln:problem:method-not-allowed" | "urn:kiln:problem:conflict" | "urn:kiln:problem:expired" | "urn:kiln:problem:precondition-failed" | "urn:kiln:problem:body-too-large" | "urn:kiln:problem:unsupported-media-type" | "urn:kiln:problem:idempotency-key-reused" | "urn:kiln:problem:rate-limited" | "urn:kiln:problem:internal" | "urn:kiln:problem:not-implemented" | "urn:kiln:problem:unavailable";
            /** @description The kind of problem in words, always the same for a type. */
            title: string;
            /** @description The status of the answer. */
            status: number;
            /** @description What is wrong with this request, and what to change. */
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description The request, as in the header X-Openstack-Request-Id. */
            request_id: string;
            /** @description Every fault that was found in the request, up to a thousand. */
            errors?: components["schemas"]["Diagnostic"][];
        };
        /** @description How far an operation is, in resources and steps. */
        Progress: {
            /** @description All that there is to do. */
            total: number;
            /** @description What is done. */
            done: number;
            /** @description What is being done. */
            running: number;
            /** @description What failed. */
            failed: number;
        };
        /** @description A property of a resource type. */
        Property: {
            /**
             * @description What it holds, in lower case.
             * @example string
             */
            type: string;
            /** @description What it tells. */
            description?: string;
            support_status?: components["schemas"]["SupportStatus"];
            /** @description Whether a template must give it. */
            required: boolean;
            /** @description What it is where a template does not give it. */
            default?: unknown;
            /** @description Whether it can change without the resource being replaced. */
            update_allowed: boolean;
            /** @description Whether it can never change. */
            immutable: boolean;
            constraints?: components["schemas"]["Constraint"][];
            /** @description The entries of a map; `*` for the items of a list. */
            schema?: {
                [key: string]: components["schemas"]["Property"];
            };
            /** @description `false` where the name is only kept free, and giving it is a fault. */
            implemented?: boolean;
        };
        /** @description What the project may have, and has. */
        QuotaList: {
            /** @description Each quota by its name. */
            quotas: {
                [key: string]: {
                    /** @description How much it may have. */
                    limit: number;
                    /** @description How much it has. */
                    used: number | null;
                };
            };
        };
        /** @description The process and the servers that it needs are there. */
        Ready: {
            /** @constant */
            status: "ready";
            /** @description Each server, and `ok`. */
            checks: {
                [key: string]: string;
            };
        };
        /** @description What a stack is to become. */
        ReplaceStack: {
            /** @description Whether the real resources are looked at first. */
            converge?: boolean | null;
            /** @description Whether what was made or changed stays where that fails; true, unless it was given. */
            disable_rollback?: boolean | null;
            /** @description The environment: an object, or a text of JSON or YAML. */
            environment?: Record<string, unknown> | string | null;
            /** @description Environments among the files, in the order in which they are merged. */
            environment_files?: string[] | null;
            /** @description Files that the template names: a text, or JSON, by name. */
            files?: Record<string, unknown> | null;
            /** @description Values of parameters by name. */
            parameters?: Record<string, unknown> | null;
            /** @description The name that it has: a stack keeps it. */
            stack_name?: string | null;
            /** @description Words to find it by. */
            tags?: string[] | null;
            /** @description The template: an object, or a text of JSON or YAML. 8 MiB at most. */
            template: Record<string, unknown> | string;
            /** @description Minutes that an operation may take; 60, unless it was given. */
            timeout_mins?: number | null;
        };
        /** @description From when on the retained log is sent again. */
        Replay: {
            /** @description A time, or the id of an event. */
            since: string;
        };
        /** @description One resource of a stack: the incarnation that counts. */
        Resource: {
            /** @description Its name in the template. */
            resource_name: string;
            /** @description The same: kept for clients of Heat. */
            logical_resource_id: string;
            /** @description What it is called in the outside world, once it is there. */
            physical_resource_id: string | null;
            /** @description Its type. */
            resource_type: string;
            /**
             * @description What is being done with it, or was done last.
             * @enum {string}
             */
            action: "INIT" | "CREATE" | "UPDATE" | "DELETE" | "ROLLBACK" | "SUSPEND" | "RESUME" | "CHECK" | "CONVERGE" | "ADOPT" | "SNAPSHOT" | "RESTORE";
            /**
             * @description How far that is.
             * @enum {string}
             */
            status: "IN_PROGRESS" | "COMPLETE" | "FAILED" | "PAUSED";
            /** @description Why the status is what it is, where there is something to say. */
            status_reason: string;
            /** @description Resources that need it. */
            required_by: string[];
            /** @description Resources that it needs. */
            requires: string[];
            /** @description Its attributes; in lists only with `with_detail=true`. */
            attributes?: Record<string, unknown>;
            /**
             * Format: date-time
             * @description When it was planned.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string | null;
            /** @description The resource of the outer stack that its stack is. */
            parent_resource: string | null;
            /**
             * Format: uuid
             * @description The stack that it is.
             */
            nested_stack_id: string | null;
            /**
             * Format: uuid
             * @description The incarnation that it replaces, while that is still there.
             */
            replaces?: string;
            /** @description The resource itself and its stack. */
            links: components["schemas"]["Link"][];
        };
        /** @description One resource. */
        ResourceAnswer: {
            resource: components["schemas"]["Resource"];
        };
        /** @description A page of resources. */
        ResourceList: {
            /** @description The link `next`, where there are more entries. */
            links: components["schemas"]["Link"][];
            resources: components["schemas"]["Resource"][];
        };
        /** @description All that is known of a resource type: what a template may say of it, and what it tells. */
        ResourceSchema: {
            /** @description Its name in templates. */
            resource_type: string;
            /** @description What it makes. */
            description: string;
            support_status: components["schemas"]["SupportStatus"];
            /** @description Whether anything makes it; if not, templates that name it are only checked. */
            available: boolean;
            properties: {
                [key: string]: components["schemas"]["Property"];
            };
            attributes: {
                [key: string]: components["schemas"]["Attribute"];
            };
            update_policy: {
                [key: string]: components["schemas"]["Property"];
            };
        };
        /** @description A resource type. */
        ResourceType: {
            /** @description Its name in templates. */
            resource_type: string;
            /** @description What it makes. */
            description: string;
            support_status: components["schemas"]["SupportStatus"];
            /** @description Releases from which on a support status holds or held, the newest first. */
            versions: string[];
            /** @description Whether anything makes it; if not, templates that name it are only checked. */
            available: boolean;
        };
        /** @description A page of resource types, by name. */
        ResourceTypeList: {
            /** @description The link `next`, where there are more entries. */
            links: components["schemas"]["Link"][];
            resource_types: components["schemas"]["ResourceType"][];
        };
        /** @description What to go back to. */
        Restore: {
            /**
             * Format: uuid
             * @description The snapshot.
             */
            snapshot_id: string;
        };
        /** @description The processes that are alive. */
        ServiceList: {
            services: Record<string, unknown>[];
        };
        /** @description Where notifications go. The secret of a webhook is never shown. */
        Sink: {
            /** @enum {string} */
            kind: "webhook" | "queue";
            /**
             * Format: uri
             * @description The URL of a webhook.
             */
            url?: string;
            /** @description What a webhook is signed with (Standard Webhooks). */
            secret?: string;
            /** @description The durable queue, which Kiln names. */
            queue?: string;
        };
        /** @description Where notifications go. */
        SinkRequest: {
            /**
             * @description What it is.
             * @enum {unknown}
             */
            kind: "webhook" | "queue";
            /** @description What a webhook is signed with (Standard Webhooks). */
            secret?: string | null;
            /** @description The URL of a webhook. */
            url?: string | null;
        };
        /** @description A state of a stack that it can go back to. */
        Snapshot: {
            /**
             * Format: uuid
             * @description Names the snapshot in paths.
             */
            id: string;
            /** @description What its maker called it. */
            name: string | null;
            /**
             * Format: uuid
             * @description Its stack.
             */
            stack_id: string;
            /** @enum {string} */
            action: "INIT" | "CREATE" | "UPDATE" | "DELETE" | "ROLLBACK" | "SUSPEND" | "RESUME" | "CHECK" | "CONVERGE" | "ADOPT" | "SNAPSHOT" | "RESTORE";
            /** @enum {string} */
            status: "IN_PROGRESS" | "COMPLETE" | "FAILED" | "PAUSED";
            status_reason: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            created_at: string;
            links: components["schemas"]["Link"][];
        };
        /** @description One snapshot. */
        SnapshotAnswer: {
            snapshot: components["schemas"]["Snapshot"];
        };
        /** @description A page of snapshots. */
        SnapshotList: {
            /** @description The link `next`, where there are more entries. */
            links: components["schemas"]["Link"][];
            snapshots: components["schemas"]["Snapshot"][];
        };
        /** @description A set of resources that were made from a template. */
        Stack: {
            /**
             * Format: uuid
             * @description Names the stack in paths.
             */
            id: string;
            /** @description Its name, which no other living stack of the project has. */
            stack_name: string;
            /** @description What its template says of it. */
            description: string;
            /** @description The project that owns it. */
            project: string;
            /**
             * @description What is being done with it, or was done last.
             * @enum {string}
             */
            action: "INIT" | "CREATE" | "UPDATE" | "DELETE" | "ROLLBACK" | "SUSPEND" | "RESUME" | "CHECK" | "CONVERGE" | "ADOPT" | "SNAPSHOT" | "RESTORE";
            /**
             * @description How far that is.
             * @enum {string}
             */
            status: "IN_PROGRESS" | "COMPLETE" | "FAILED" | "PAUSED";
            /** @description Why the status is what it is, where there is something to say. */
            status_reason: string;
            /**
             * Format: date-time
             * @description When it was accepted.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the last change was accepted.
             */
            updated_at: string | null;
            /**
             * Format: date-time
             * @description When it was gone.
             */
            deleted_at: string | null;
            /** @description The values of its parameters, those of hidden ones as `******`. */
            parameters: Record<string, unknown>;
            /** @description Its outputs as they were when it last settled; lists of stacks are without. */
            outputs?: components["schemas"]["Output"][];
            /** @description Always empty: kept for clients of Heat. */
            capabilities: string[];
            /** @description Always empty: subscriptions took their place. */
            notification_topics: string[];
            /** @description Whether what was made stays where a create fails. */
            disable_rollback: boolean;
            /** @description Minutes that an operation may take; `null`: 60. */
            timeout_mins: number | null;
            /** @description Words to find it by. */
            tags: string[];
            /**
             * Format: uuid
             * @description The stack that it is nested in.
             */
            parent_id: string | null;
            /** @description Who asked for it. */
            owner: string;
            /** @description Rises with each accepted request; the ETag is made of it. */
            revision: number;
            progress: components["schemas"]["Progress"];
            /** @description The stack itself and its parts. */
            links: components["schemas"]["Link"][];
        };
        /** @description One stack. */
        StackAnswer: {
            stack: components["schemas"]["Stack"];
        };
        /** @description A page of stacks. */
        StackList: {
            /** @description The link `next`, where there are more entries. */
            links: components["schemas"]["Link"][];
            stacks: components["schemas"]["Stack"][];
            /** @description How many there are on all pages, with `with_count=true`. */
            count?: number;
        };
        /** @description Who is told what. */
        Subscription: {
            /**
             * Format: uuid
             * @description Names the subscription in paths.
             */
            id: string;
            /** @description Its name. */
            name: string;
            filter: components["schemas"]["SubscriptionFilter"];
            sink: components["schemas"]["Sink"];
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at: string | null;
            links: components["schemas"]["Link"][];
        };
        /** @description One subscription. */
        SubscriptionAnswer: {
            subscription: components["schemas"]["Subscription"];
        };
        /** @description Which notifications a subscription is about; what is not given is not asked. */
        SubscriptionFilter: {
            /**
             * Format: uuid
             * @description The stack.
             */
            stack_id?: string | null;
            /** @description The type of the notification. */
            type?: string | null;
            /** @enum {string|null} */
            action?: "INIT" | "CREATE" | "UPDATE" | "DELETE" | "ROLLBACK" | "SUSPEND" | "RESUME" | "CHECK" | "CONVERGE" | "ADOPT" | "SNAPSHOT" | "RESTORE" | null;
            /** @enum {string|null} */
            status?: "IN_PROGRESS" | "COMPLETE" | "FAILED" | "PAUSED" | null;
        };
        /** @description Which notifications a subscription is about; what is not given is not asked. */
        SubscriptionFilterRequest: {
            /**
             * @description The action.
             * @enum {unknown}
             */
            action?: "INIT" | "CREATE" | "UPDATE" | "DELETE" | "ROLLBACK" | "SUSPEND" | "RESUME" | "CHECK" | "CONVERGE" | "ADOPT" | "SNAPSHOT" | "RESTORE";
            /**
             * Format: uuid
             * @description The stack.
             */
            stack_id?: string | null;
            /**
             * @description The status.
             * @enum {unknown}
             */
            status?: "IN_PROGRESS" | "COMPLETE" | "FAILED" | "PAUSED";
            /** @description The type of the notification. */
            type?: string | null;
        };
        /** @description A page of subscriptions. */
        SubscriptionList: {
            /** @description The link `next`, where there are more entries. */
            links: components["schemas"]["Link"][];
            subscriptions: components["schemas"]["Subscription"][];
        };
        /** @description How well something is supported, and since when. */
        SupportStatus: {
            /** @enum {string} */
            status: "SUPPORTED" | "DEPRECATED" | "HIDDEN" | "UNSUPPORTED";
            /** @description The release since which it holds. */
            version: string | null;
            /** @description What to use instead, or why. */
            message: string | null;
            /** @description What held before. */
            previous_status: components["schemas"]["SupportStatus"] | null;
        };
        /** @description A function of the template language. */
        TemplateFunction: {
            /** @description Its name. */
            function: string;
            /** @description What it answers. */
            description: string;
        };
        /** @description The functions of a version of the template language. */
        TemplateFunctionList: {
            template_functions: components["schemas"]["TemplateFunction"][];
        };
        /** @description An output of the template. */
        TemplateOutput: {
            description: string;
        };
        /** @description A resource of the template. */
        TemplateResource: {
            /** @description Its type. */
            type: string;
            /** @description What the template says of it. */
            description: string;
            /** @description Resources that are made before it. */
            requires: string[];
            /** @description What becomes of it when it is deleted. */
            deletion_policy: string;
        };
        /** @description A version of the template language. */
        TemplateVersion: {
            /**
             * @description The version.
             * @example heat_template_version.2018-08-31
             */
            version: string;
            /** @enum {string} */
            type: "hot" | "cfn";
            /** @description Other names of it. */
            aliases: string[];
        };
        /** @description The versions of the template language. */
        TemplateVersionList: {
            template_versions: components["schemas"]["TemplateVersion"][];
        };
        /** @description What a template is that is right. */
        Validation: {
            /** @description What the template says of itself. */
            description: string;
            parameters: {
                [key: string]: components["schemas"]["Parameter"];
            };
            parameter_groups: components["schemas"]["ParameterGroup"][];
            /** @description The environment as it counts, hidden values masked. */
            environment: Record<string, unknown>;
            resources: {
                [key: string]: components["schemas"]["TemplateResource"];
            };
            /** @description Each condition, and whether it holds. */
            conditions: {
                [key: string]: boolean;
            };
            outputs: {
                [key: string]: components["schemas"]["TemplateOutput"];
            };
            /** @description What is right and may still not be wanted. */
            warnings: components["schemas"]["Diagnostic"][];
        };
        /** @description A version of the API. */
        Version: {
            /** @constant */
            id: "v2.0";
            /** @constant */
            status: "CURRENT";
            links: components["schemas"]["Link"][];
        };
        /** @description The version that was asked for. */
        VersionAnswer: {
            version: components["schemas"]["Version"];
        };
        /** @description The versions that there are. */
        VersionList: {
            versions: components["schemas"]["Version"][];
        };
    };
    responses: {
        /** @description The request cannot be read; or: The request is not valid. */
        BadRequest: {
            headers: {
                "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 400;
                    /** @enum {unknown} */
                    type?: "urn:kiln:problem:malformed-request" | "urn:kiln:problem:invalid-request";
                };
            };
        };
        /** @description Credentials are needed. */
        Unauthorized: {
            headers: {
                "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 401;
                    /** @enum {unknown} */
                    type?: "urn:kiln:problem:not-authenticated";
                };
            };
        };
        /** @description Not allowed; or: A quota is exhausted. */
        Forbidden: {
            headers: {
                "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 403;
                    /** @enum {unknown} */
                    type?: "urn:kiln:problem:not-allowed" | "urn:kiln:problem:quota-exceeded";
                };
            };
        };
        /** @description Not found. */
        NotFound: {
            headers: {
                "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 404;
                    /** @enum {unknown} */
                    type?: "urn:kiln:problem:not-found";
                };
            };
        };
        /** @description Method not allowed. */
        MethodNotAllowed: {
            headers: {
                "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 405;
                    /** @enum {unknown} */
                    type?: "urn:kiln:problem:method-not-allowed";
                };
            };
        };
        /** @description Not possible in the present state. */
        Conflict: {
            headers: {
                "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 409;
                    /** @enum {unknown} */
                    type?: "urn:kiln:problem:conflict";
                };
            };
        };
        /** @description Gone. */
        Gone: {
            headers: {
                "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 410;
                    /** @enum {unknown} */
                    type?: "urn:kiln:problem:expired";
                };
            };
        };
        /** @description Changed meanwhile. */
        PreconditionFailed: {
            headers: {
                "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 412;
                    /** @enum {unknown} */
                    type?: "urn:kiln:problem:precondition-failed";
                };
            };
        };
        /** @description The body is too large. */
        PayloadTooLarge: {
            headers: {
                "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 413;
                    /** @enum {unknown} */
                    type?: "urn:kiln:problem:body-too-large";
                };
            };
        };
        /** @description Unsupported media type. */
        UnsupportedMediaType: {
            headers: {
                "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 415;
                    /** @enum {unknown} */
                    type?: "urn:kiln:problem:unsupported-media-type";
                };
            };
        };
        /** @description The idempotency key belongs to another request. */
        UnprocessableEntity: {
            headers: {
                "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 422;
                    /** @enum {unknown} */
                    type?: "urn:kiln:problem:idempotency-key-reused";
                };
            };
        };
        /** @description Too many requests. */
        TooManyRequests: {
            headers: {
                "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 429;
                    /** @enum {unknown} */
                    type?: "urn:kiln:problem:rate-limited";
                };
            };
        };
        /** @description Internal error. */
        InternalServerError: {
            headers: {
                "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 500;
                    /** @enum {unknown} */
                    type?: "urn:kiln:problem:internal";
                };
            };
        };
        /** @description Not there yet. */
        NotImplemented: {
            headers: {
                "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 501;
                    /** @enum {unknown} */
                    type?: "urn:kiln:problem:not-implemented";
                };
            };
        };
        /** @description Unavailable for the moment. */
        ServiceUnavailable: {
            headers: {
                "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @constant */
                    status?: 503;
                    /** @enum {unknown} */
                    type?: "urn:kiln:problem:unavailable";
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Names the request, in every log line and message that it causes too. */
        "X-Openstack-Request-Id": string;
        /** @description Changes with what is answered; for `If-Match` and `If-None-Match`. */
        ETag: string;
        /** @description The URL of what the request is about. */
        Location: string;
        /** @description How long the answer may be kept. */
        "Cache-Control": string;
        /** @description What the page may load: nothing from elsewhere. */
        "Content-Security-Policy": string;
        /** @description The media type is to be believed. */
        "X-Content-Type-Options": "nosniff";
        /** @description How to send credentials. */
        "WWW-Authenticate": string;
        /** @description The methods that the path has. */
        Allow: string;
        /** @description Seconds after which to try again. */
        "Retry-After": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listVersions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions to choose from. */
            300: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    showDocs: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answers 304 where the ETag is still the same. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description It is still the same. */
            304: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    showDocsAsset: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answers 304 where the ETag is still the same. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description A part of the page. */
                asset: "swagger-ui.css" | "swagger-ui-bundle.js" | "start.js";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A script or a style. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript": string;
                    "text/css": string;
                };
            };
            /** @description It is still the same. */
            304: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    isAlive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alive"];
                };
            };
            400: components["responses"]["BadRequest"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    isReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They can. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            400: components["responses"]["BadRequest"];
            500: components["responses"]["InternalServerError"];
            /** @description Some cannot: `checks` says which. */
            503: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["NotReady"];
                };
            };
        };
    };
    showVersion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    showAsyncApi: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answers 304 where the ETag is still the same. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description It is still the same. */
            304: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    streamEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description A live stream begins after this event. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A live stream. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    showOpenApi: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answers 304 where the ETag is still the same. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "X-Content-Type-Options": components["headers"]["X-Content-Type-Options"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description It is still the same. */
            304: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listQuotas: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The quotas. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listResourceTypes: {
        parameters: {
            query?: {
                /** @description Matches one of these globs, as `OS::Heat::*`. */
                name?: string[];
                /** @description Its support status is one of these. */
                support_status?: ("SUPPORTED" | "DEPRECATED" | "HIDDEN" | "UNSUPPORTED")[];
                /** @description A support status began with one of these releases. */
                version?: string[];
                /** @description Whether anything makes it. */
                available?: boolean;
                /** @description Types on a page. */
                limit?: number;
                /** @description The last type of the page before. */
                marker?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of resource types. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceTypeList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    showResourceType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name of the resource type. */
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource type. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceSchema"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    showSampleTemplate: {
        parameters: {
            query?: {
                /** @description The language of the template. */
                template_type?: "hot" | "cfn";
            };
            header?: never;
            path: {
                /** @description The name of the resource type. */
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The template. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listServices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The processes. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    signalByToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The token that the URL of a signal ends with. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "status": "SUCCESS"
                 *     }
                 */
                "application/json": unknown;
            };
        };
        responses: {
            /** @description The signal is stored. */
            202: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listStacks: {
        parameters: {
            query?: {
                /** @description Has one of these names. */
                name?: string[];
                /** @description Is one of these. */
                id?: string[];
                /** @description Its action is one of these. */
                action?: ("INIT" | "CREATE" | "UPDATE" | "DELETE" | "ROLLBACK" | "SUSPEND" | "RESUME" | "CHECK" | "CONVERGE" | "ADOPT" | "SNAPSHOT" | "RESTORE")[];
                /** @description Its status is one of these. */
                status?: ("IN_PROGRESS" | "COMPLETE" | "FAILED" | "PAUSED")[];
                /** @description Has all of these tags. One parameter may list several, between commas. */
                tags?: string[];
                /** @description Has at least one of these tags. */
                tags_any?: string[];
                /** @description Lacks at least one of these tags. */
                not_tags?: string[];
                /** @description Has none of these tags. */
                not_tags_any?: string[];
                /** @description Is nested directly in one of these stacks. */
                owner_id?: string[];
                /** @description Shows nested stacks too. */
                show_nested?: boolean;
                /** @description Shows deleted stacks too, until they are purged. */
                show_deleted?: boolean;
                /** @description Shows the stacks of every project; needs the role admin. */
                all_projects?: boolean;
                /** @description Tells how many there are on all pages. */
                with_count?: boolean;
                /** @description Stacks on a page. */
                limit?: number;
                /** @description The marker that the page before links to, or the id of a stack to begin after. */
                marker?: string;
                /** @description terms like created_at:desc between commas, over created_at, updated_at, name, action, status, each once */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of stacks, without outputs. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StackList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createStack: {
        parameters: {
            query?: never;
            header?: {
                /** @description Within 24 hours the same key with the same body answers what it answered the first time, and does nothing more. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "stack_name": "first",
                 *       "template": {
                 *         "heat_template_version": "2021-04-16",
                 *         "resources": {
                 *           "word": {
                 *             "type": "OS::Heat::RandomString",
                 *             "properties": {
                 *               "length": 8
                 *             }
                 *           }
                 *         },
                 *         "outputs": {
                 *           "word": {
                 *             "value": {
                 *               "get_attr": [
                 *                 "word",
                 *                 "value"
                 *               ]
                 *             }
                 *           }
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CreateStack"] | {
                    /** @description The same, as an answer has it; what only answers have is ignored. */
                    stack: Record<string, unknown>;
                };
            };
        };
        responses: {
            /** @description The work is accepted. The stack as it stands now, with the new action. */
            202: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StackAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    previewCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateStack"] | {
                    /** @description The same, as an answer has it; what only answers have is ignored. */
                    stack: Record<string, unknown>;
                };
            };
        };
        responses: {
            /** @description What it would do. Nothing is stored. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    showStack: {
        parameters: {
            query?: {
                /** @description `false` leaves the outputs out. */
                resolve_outputs?: boolean;
            };
            header?: never;
            path: {
                /** @description The stack. */
                stack_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stack. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StackAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    replaceStack: {
        parameters: {
            query?: never;
            header?: {
                /** @description Within 24 hours the same key with the same body answers what it answered the first time, and does nothing more. */
                "Idempotency-Key"?: string;
                /** @description Only where the stack still has one of these ETags; `*`: whatever it has. */
                "If-Match"?: string;
            };
            path: {
                /** @description The stack. */
                stack_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceStack"] | {
                    /** @description The same, as an answer has it; what only answers have is ignored. */
                    stack: Record<string, unknown>;
                };
            };
        };
        responses: {
            /** @description The work is accepted. The stack as it stands now, with the new action. */
            202: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StackAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteStack: {
        parameters: {
            query?: never;
            header?: {
                /** @description Within 24 hours the same key with the same body answers what it answered the first time, and does nothing more. */
                "Idempotency-Key"?: string;
                /** @description Only where the stack still has one of these ETags; `*`: whatever it has. */
                "If-Match"?: string;
            };
            path: {
                /** @description The stack. */
                stack_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The work is accepted. The stack as it stands now, with the new action. */
            202: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StackAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    changeStack: {
        parameters: {
            query?: never;
            header?: {
                /** @description Within 24 hours the same key with the same body answers what it answered the first time, and does nothing more. */
                "Idempotency-Key"?: string;
                /** @description Only where the stack still has one of these ETags; `*`: whatever it has. */
                "If-Match"?: string;
            };
            path: {
                /** @description The stack. */
                stack_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchStack"] | {
                    /** @description The same, as an answer has it; what only answers have is ignored. */
                    stack: Record<string, unknown>;
                };
            };
        };
        responses: {
            /** @description The work is accepted. The stack as it stands now, with the new action. */
            202: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StackAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    actOnStack: {
        parameters: {
            query?: never;
            header?: {
                /** @description Within 24 hours the same key with the same body answers what it answered the first time, and does nothing more. */
                "Idempotency-Key"?: string;
                /** @description Only where the stack still has one of these ETags; `*`: whatever it has. */
                "If-Match"?: string;
            };
            path: {
                /** @description The stack. */
                stack_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "retry": null
                 *     }
                 */
                "application/json": components["schemas"]["Action"];
            };
        };
        responses: {
            /** @description The operation is accepted. */
            202: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    showEnvironment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The stack. */
                stack_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bare environment. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Is about one of these resources. */
                resource_name?: string[];
                /** @description Its action is one of these. */
                action?: ("INIT" | "CREATE" | "UPDATE" | "DELETE" | "ROLLBACK" | "SUSPEND" | "RESUME" | "CHECK" | "CONVERGE" | "ADOPT" | "SNAPSHOT" | "RESTORE")[];
                /** @description Its status is one of these. */
                status?: ("IN_PROGRESS" | "COMPLETE" | "FAILED" | "PAUSED")[];
                /** @description Is of one of these types, as `kiln.resource.create.complete`. */
                type?: string[];
                /** @description How deep in nested stacks. */
                nested_depth?: number;
                /** @description Events on a page. */
                limit?: number;
                /** @description The id of the last event of the page before. */
                marker?: string;
                /** @description The id of an event, or a time: nothing up to that event, or before that time, is sent. */
                since?: string;
            };
            header?: {
                /** @description A live stream begins after this event. */
                "Last-Event-ID"?: string;
            };
            path: {
                /** @description The stack. */
                stack_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events, or a live stream: first what is retained, then what happens. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    showFiles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The stack. */
                stack_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bare map of names to texts. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    showGraph: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The stack. */
                stack_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The graph, as JSON or as DOT. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Graph"];
                    "text/vnd.graphviz": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listOperations: {
        parameters: {
            query?: {
                /** @description Operations on a page. */
                limit?: number;
                /** @description The marker that the page before links to, or the id of an operation to begin after. */
                marker?: string;
                /** @description terms like created_at:desc between commas, over created_at, action, status, each once */
                sort?: string;
            };
            header?: never;
            path: {
                /** @description The stack. */
                stack_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of operations. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    showOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The stack. */
                stack_id: string;
                /** @description The operation. */
                operation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The operation. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listOutputs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The stack. */
                stack_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The outputs. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutputList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    showOutput: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The stack. */
                stack_id: string;
                /** @description The name of the output in the template. */
                output_key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The output. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutputAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    previewUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The stack. */
                stack_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceStack"] | {
                    /** @description The same, as an answer has it; what only answers have is ignored. */
                    stack: Record<string, unknown>;
                };
            };
        };
        responses: {
            /** @description What it would do. Nothing is stored. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listResources: {
        parameters: {
            query?: {
                /** @description Has one of these names. */
                name?: string[];
                /** @description Is of one of these types. */
                type?: string[];
                /** @description Its action is one of these. */
                action?: ("INIT" | "CREATE" | "UPDATE" | "DELETE" | "ROLLBACK" | "SUSPEND" | "RESUME" | "CHECK" | "CONVERGE" | "ADOPT" | "SNAPSHOT" | "RESTORE")[];
                /** @description Its status is one of these. */
                status?: ("IN_PROGRESS" | "COMPLETE" | "FAILED" | "PAUSED")[];
                /** @description Is called one of these in the outside world. */
                physical_resource_id?: string[];
                /** @description How deep in nested stacks. */
                nested_depth?: number;
                /** @description Shows the attributes too. */
                with_detail?: boolean;
                /** @description Resources on a page. */
                limit?: number;
                /** @description The marker that the page before links to, or the name of a resource to begin after. */
                marker?: string;
                /** @description terms like resource_name:desc between commas, over resource_name, resource_type, action, status, created_at, updated_at, each once */
                sort?: string;
            };
            header?: never;
            path: {
                /** @description The stack. */
                stack_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of resources. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listResourceEvents: {
        parameters: {
            query?: {
                /** @description Is about one of these resources. */
                resource_name?: string[];
                /** @description Its action is one of these. */
                action?: ("INIT" | "CREATE" | "UPDATE" | "DELETE" | "ROLLBACK" | "SUSPEND" | "RESUME" | "CHECK" | "CONVERGE" | "ADOPT" | "SNAPSHOT" | "RESTORE")[];
                /** @description Its status is one of these. */
                status?: ("IN_PROGRESS" | "COMPLETE" | "FAILED" | "PAUSED")[];
                /** @description Is of one of these types, as `kiln.resource.create.complete`. */
                type?: string[];
                /** @description How deep in nested stacks. */
                nested_depth?: number;
                /** @description Events on a page. */
                limit?: number;
                /** @description The id of the last event of the page before. */
                marker?: string;
                /** @description The id of an event, or a time: nothing up to that event, or before that time, is sent. */
                since?: string;
            };
            header?: {
                /** @description A live stream begins after this event. */
                "Last-Event-ID"?: string;
            };
            path: {
                /** @description The stack. */
                stack_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events, or a live stream: first what is retained, then what happens. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    showEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The stack. */
                stack_id: string;
                /** @description The id of the event. */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    showResource: {
        parameters: {
            query?: {
                /** @description Attributes that the answer must name, with `null` where the resource has none of that name. */
                with_attr?: string[];
            };
            header?: never;
            path: {
                /** @description The stack. */
                stack_id: string;
                /** @description The name of the resource in the template. */
                resource_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    markResource: {
        parameters: {
            query?: never;
            header?: {
                /** @description Within 24 hours the same key with the same body answers what it answered the first time, and does nothing more. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The stack. */
                stack_id: string;
                /** @description The name of the resource in the template. */
                resource_name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkResource"];
            };
        };
        responses: {
            /** @description The resource as it is now. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listEventsOfResource: {
        parameters: {
            query?: {
                /** @description Is about one of these resources. */
                resource_name?: string[];
                /** @description Its action is one of these. */
                action?: ("INIT" | "CREATE" | "UPDATE" | "DELETE" | "ROLLBACK" | "SUSPEND" | "RESUME" | "CHECK" | "CONVERGE" | "ADOPT" | "SNAPSHOT" | "RESTORE")[];
                /** @description Its status is one of these. */
                status?: ("IN_PROGRESS" | "COMPLETE" | "FAILED" | "PAUSED")[];
                /** @description Is of one of these types, as `kiln.resource.create.complete`. */
                type?: string[];
                /** @description How deep in nested stacks. */
                nested_depth?: number;
                /** @description Events on a page. */
                limit?: number;
                /** @description The id of the last event of the page before. */
                marker?: string;
                /** @description The id of an event, or a time: nothing up to that event, or before that time, is sent. */
                since?: string;
            };
            header?: {
                /** @description A live stream begins after this event. */
                "Last-Event-ID"?: string;
            };
            path: {
                /** @description The stack. */
                stack_id: string;
                /** @description The name of the resource in the template. */
                resource_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events, or a live stream: first what is retained, then what happens. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    /** @description How long the answer may be kept. */
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    showMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The stack. */
                stack_id: string;
                /** @description The name of the resource in the template. */
                resource_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata as it is now. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetadataAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    replaceMetadata: {
        parameters: {
            query?: never;
            header?: {
                /** @description Within 24 hours the same key with the same body answers what it answered the first time, and does nothing more. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The stack. */
                stack_id: string;
                /** @description The name of the resource in the template. */
                resource_name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown> | {
                    /** @description The same, as an answer has it; what only answers have is ignored. */
                    metadata: Record<string, unknown>;
                };
            };
        };
        responses: {
            /** @description The metadata as it is now. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetadataAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    mergeMetadata: {
        parameters: {
            query?: never;
            header?: {
                /** @description Within 24 hours the same key with the same body answers what it answered the first time, and does nothing more. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The stack. */
                stack_id: string;
                /** @description The name of the resource in the template. */
                resource_name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown> | {
                    /** @description The same, as an answer has it; what only answers have is ignored. */
                    metadata: Record<string, unknown>;
                };
            };
        };
        responses: {
            /** @description The metadata as it is now. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetadataAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    signalResource: {
        parameters: {
            query?: never;
            header?: {
                /** @description Within 24 hours the same key with the same body answers what it answered the first time, and does nothing more. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The stack. */
                stack_id: string;
                /** @description The name of the resource in the template. */
                resource_name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "status": "SUCCESS"
                 *     }
                 */
                "application/json": unknown;
            };
        };
        responses: {
            /** @description The signal is stored. */
            202: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSnapshots: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The stack. */
                stack_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of snapshots. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createSnapshot: {
        parameters: {
            query?: never;
            header?: {
                /** @description Within 24 hours the same key with the same body answers what it answered the first time, and does nothing more. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The stack. */
                stack_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateSnapshot"];
            };
        };
        responses: {
            /** @description The work is accepted. */
            202: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    showSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The stack. */
                stack_id: string;
                /** @description The snapshot. */
                snapshot_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshot. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteSnapshot: {
        parameters: {
            query?: never;
            header?: {
                /** @description Within 24 hours the same key with the same body answers what it answered the first time, and does nothing more. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The stack. */
                stack_id: string;
                /** @description The snapshot. */
                snapshot_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    showTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The stack. */
                stack_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bare template. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSubscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of subscriptions. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description Within 24 hours the same key with the same body answers what it answered the first time, and does nothing more. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSubscription"] | {
                    /** @description The same, as an answer has it; what only answers have is ignored. */
                    subscription: Record<string, unknown>;
                };
            };
        };
        responses: {
            /** @description The subscription. */
            201: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    showSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The subscription. */
                subscription_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The subscription. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description Within 24 hours the same key with the same body answers what it answered the first time, and does nothing more. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The subscription. */
                subscription_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    changeSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description Within 24 hours the same key with the same body answers what it answered the first time, and does nothing more. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The subscription. */
                subscription_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSubscription"] | {
                    /** @description The same, as an answer has it; what only answers have is ignored. */
                    subscription: Record<string, unknown>;
                };
            };
        };
        responses: {
            /** @description The subscription. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    replaySubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description Within 24 hours the same key with the same body answers what it answered the first time, and does nothing more. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The subscription. */
                subscription_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Replay"];
            };
        };
        responses: {
            /** @description It is being sent. */
            202: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listTemplateVersions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateVersionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listTemplateFunctions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The version, as `2018-08-31` or `rocky`. */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The functions. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateFunctionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    validateTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Within 24 hours the same key with the same body answers what it answered the first time, and does nothing more. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Definition"];
            };
        };
        responses: {
            /** @description The template is right. */
            200: {
                headers: {
                    "X-Openstack-Request-Id": components["headers"]["X-Openstack-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Validation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
