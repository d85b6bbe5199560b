package org.aforo.core.internal.access;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.aforo.api.access.InvalidPolicyException;
import org.aforo.api.endpoint.Call;
import tools.jackson.databind.JsonNode;

/**
 * Those whom a statement names. A bench knows accounts and services; a user or a role stands for its account where that
 * opens a door, and for nobody where it shuts one.
 *
 * @param everybody whether everybody is named
 * @param accounts  whole accounts
 * @param members   accounts of which a user or a role is named
 * @param services  services, or {@code *} for all
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
record Principals(boolean everybody, Set<String> accounts, Set<String> members, Set<String> services) {

    private static final String ALL = "*";
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}|arn:aws[a-z-]*:iam::(?<id>\\d{12}):root");
    private static final Pattern MEMBER = Pattern.compile("arn:aws[a-z-]*:(?:iam|sts)::(?<id>\\d{12}):"
            + "(?:user|role|assumed-role|federated-user)/.+");
    /** What AWS puts in the place of a user or a role that was deleted. */
    private static final Pattern UNIQUE_ID = Pattern.compile("A[A-Z0-9]{15,}");

    /** @throws InvalidPolicyException when there can't be such principals */
    static Principals read(JsonNode node) {
        Principals read = new Principals(isAll(node), new HashSet<>(), new HashSet<>(), new HashSet<>());
        if (!read.everybody) {
            if (!node.isObject() || node.isEmpty()) {
                throw new InvalidPolicyException("Principal is neither * nor an object", true);
            }
            boolean[] all = new boolean[1];
            node.properties().forEach(kind -> PolicyReader.texts(kind.getValue())
                    .forEach(name -> all[0] |= read.add(kind.getKey(), name)));
            return new Principals(all[0], read.accounts, read.members, read.services);
        }
        return read;
    }

    private static boolean isAll(JsonNode node) {
        return node.isString() && node.stringValue().equals(ALL);
    }

    /** @return whether that is everybody */
    private boolean add(String kind, String name) {
        switch (kind) {
            case "AWS" -> {
                return addAws(name);
            }
            case "Service" -> services.add(name);
            case "Federated", "CanonicalUser" -> {
                // Nobody comes so to a bench
            }
            default -> throw new InvalidPolicyException("There are no principals " + kind, true);
        }
        return false;
    }

    private boolean addAws(String name) {
        Matcher account = ACCOUNT.matcher(name);
        Matcher member = MEMBER.matcher(name);
        if (account.matches()) {
            accounts.add(account.group("id") == null ? name : account.group("id"));
        } else if (member.matches()) {
            members.add(member.group("id"));
        } else if (!name.equals(ALL) && !UNIQUE_ID.matcher(name).matches()) {
            throw new InvalidPolicyException(name + " is no principal", true);
        }
        return name.equals(ALL);
    }

    /** @param opens whether who is named is let in by it */
    boolean name(Call call, boolean opens) {
        if (everybody) {
            return true;
        }
        if (call.by() != null) {
            return services.contains(ALL) || services.contains(call.by().name());
        }
        return accounts.contains(call.account()) || opens && members.contains(call.account());
    }
}
