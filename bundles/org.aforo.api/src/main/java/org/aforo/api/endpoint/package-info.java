/** What a service answers: AWS-shaped APIs as methods over records, plain HTTP, errors and payloads. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.aforo.api.endpoint;
