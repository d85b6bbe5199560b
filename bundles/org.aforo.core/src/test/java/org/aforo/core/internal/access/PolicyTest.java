package org.aforo.core.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;

import org.aforo.api.Arn;
import org.aforo.api.access.Access;
import org.aforo.api.access.AccessPolicy;
import org.aforo.api.access.AccessPolicy.Decision;
import org.aforo.api.access.AccessRequest;
import org.aforo.api.access.InvalidPolicyException;
import org.aforo.api.endpoint.Call;
import org.aforo.api.endpoint.ServicePrincipal;
import org.aforo.core.internal.EventRing;
import org.aforo.core.internal.time.BenchTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies of a queue of account 1, asked by account 2 at 2026-01-31T22:30:00Z from 203.0.113.7. */
class PolicyTest {

    private static final String OWNER = "111111111111";
    private static final String OTHER = "222222222222";
    private static final Arn QUEUE = Arn.of("sqs", "eu-west-1", OWNER, "orders");
    private static final Arn TOPIC = Arn.of("sns", "eu-west-1", OTHER, "news");

    private final BenchTime time = new BenchTime(Instant.parse("2026-01-31T22:30:00Z"), 0);
    private final EventRing events = new EventRing(time);
    private final BenchPolicies policies = new BenchPolicies(time, events);

    @AfterEach
    void close() {
        time.close();
    }

    /** What is known of a caller's request. */
    private static final Call.Wire WIRE = new Call.Wire() {
        @Override
        public String header(String name) {
            return name.equals("user-agent") ? "Boto3/1.40" : null;
        }

        @Override
        public String remote() {
            return "203.0.113.7";
        }
    };

    private static Call account(String id) {
        return new Call("r", "sqs", id, "eu-west-1", id, "http://localhost:4566", WIRE);
    }

    private static final Call TOPICS = new Call("r", "sqs", "eu-west-1", new ServicePrincipal("sns.amazonaws.com",
            TOPIC));

    private Decision decide(String document, Call call) {
        return policies.parse(document).decide(new AccessRequest(call, "sqs:sendmessage", QUEUE,
                Map.of("sns:protocol", "sqs")));
    }

    private static String statement(String elements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{" + elements.replace('\'', '"') + "}}";
    }

    private static String allow(String elements) {
        return statement("'Effect':'Allow','Action':'SQS:SendMessage'," + elements);
    }

    private boolean holds(String condition) {
        return decide(allow("'Principal':'*','Condition':{" + condition + "}"), account(OTHER)) == Decision.ALLOWED;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"'*' | true | true | true",
            "{'AWS':'*'} | true | true | true", "{'AWS':['333333333333','222222222222']} | false | true | false",
            "{'AWS':'arn:aws:iam::222222222222:root'} | false | true | false",
            "{'AWS':'arn:aws:iam::222222222222:role/producer'} | false | true | false",
            "{'AWS':'arn:aws:sts::222222222222:assumed-role/producer/me'} | false | true | false",
            "{'AWS':'AIDACKCEVSQ6C2EXAMPLE'} | false | false | false",
            "{'Service':'sns.amazonaws.com'} | false | false | true",
            "{'Service':['s3.amazonaws.com','events.amazonaws.com']} | false | false | false",
            "{'Federated':'cognito-identity.amazonaws.com'} | false | false | false",
            "{'CanonicalUser':'79a59df900b949e55d96a1e698fbaced'} | false | false | false",
            "{'Service':'sns.amazonaws.com','AWS':'111111111111'} | true | false | true"})
    void aStatementIsAboutWhomItNames(String principal, boolean owner, boolean other, boolean service) {
        String policy = allow("'Principal':" + principal);

        assertThat(decide(policy, account(OWNER)) == Decision.ALLOWED).isEqualTo(owner);
        assertThat(decide(policy, account(OTHER)) == Decision.ALLOWED).isEqualTo(other);
        assertThat(decide(policy, TOPICS) == Decision.ALLOWED).isEqualTo(service);
    }

    @Test
    void aUserOrARoleStandsForItsAccountWhereThatOpensADoorOnly() {
        String role = "{'AWS':'arn:aws:iam::222222222222:role/producer'}";
        String deny = "'Effect':'Deny','Action':'sqs:*',";

        assertThat(decide(statement(deny + "'Principal':" + role), account(OTHER))).isEqualTo(Decision.NOT_MENTIONED);
        assertThat(decide(statement(deny + "'NotPrincipal':" + role), account(OTHER)))
                .isEqualTo(Decision.NOT_MENTIONED);
        assertThat(decide(statement(deny + "'NotPrincipal':" + role), account(OWNER))).isEqualTo(Decision.DENIED);
        assertThat(decide(statement(deny + "'NotPrincipal':" + role), TOPICS)).isEqualTo(Decision.DENIED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"'Action':'sqs:SendMessage' | true",
            "'Action':'SQS:sendmessage' | true", "'Action':'*' | true", "'Action':'sqs:*' | true",
            "'Action':'sqs:Send*' | true", "'Action':'sqs:SendMess?ge' | true", "'Action':'sqs:SendMessage?' | false",
            "'Action':['sqs:ReceiveMessage','sqs:DeleteMessage'] | false", "'Action':'sns:*' | false",
            "'NotAction':'sqs:SendMessage' | false", "'NotAction':['sqs:DeleteQueue'] | true"})
    void actionsMatchInAnyCaseAndWithWildcards(String action, boolean about) {
        assertThat(decide(statement("'Effect':'Allow','Principal':'*'," + action), account(OTHER)))
                .isEqualTo(about ? Decision.ALLOWED : Decision.NOT_MENTIONED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"'Resource':'*' | true",
            "'Resource':'arn:aws:sqs:eu-west-1:111111111111:orders' | true",
            "'Resource':'arn:aws:sqs:*:111111111111:ord*' | true",
            "'Resource':'arn:aws:sqs:eu-west-1:111111111111:order?' | true",
            "'Resource':'arn:aws:sqs:eu-west-1:111111111111:Orders' | false",
            "'Resource':'arn:aws:sqs:${aws:RequestedRegion}:111111111111:orders' | true",
            "'Resource':['arn:aws:sqs:eu-west-1:111111111111:a','arn:aws:sqs:eu-west-1:111111111111:b'] | false",
            "'NotResource':'arn:aws:sqs:eu-west-1:111111111111:orders' | false",
            "'NotResource':'arn:aws:sqs:*:*:a' | true"})
    void resourcesMatchWithWildcardsAndVariables(String resource, boolean about) {
        assertThat(decide(allow("'Principal':'*'," + resource), account(OTHER)))
                .isEqualTo(about ? Decision.ALLOWED : Decision.NOT_MENTIONED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            // texts
            "'StringEquals':{'aws:PrincipalAccount':'222222222222'} | true",
            "'StringEquals':{'AWS:principalaccount':['1','222222222222']} | true",
            "'StringEquals':{'aws:UserAgent':'boto3/1.40'} | false",
            "'StringEquals':{'aws:UserAgent':'Boto3/*'} | false",
            "'StringEqualsIgnoreCase':{'aws:UserAgent':'boto3/1.40'} | true",
            "'StringNotEquals':{'aws:PrincipalAccount':['1','222222222222']} | false",
            "'StringNotEquals':{'aws:PrincipalAccount':['1','2']} | true",
            "'StringNotEqualsIgnoreCase':{'aws:UserAgent':'BOTO3/1.40'} | false",
            "'StringLike':{'aws:UserAgent':'Boto?/*'} | true", "'StringLike':{'aws:UserAgent':'boto*'} | false",
            "'StringNotLike':{'aws:UserAgent':'Boto*'} | false", "'StringNotLike':{'aws:UserAgent':'curl*'} | true",
            "'StringEquals':{'sns:Protocol':'sqs'} | true", "'StringEquals':{'aws:PrincipalType':'Account'} | true",
            "'StringEquals':{'aws:RequestedRegion':'eu-west-1','aws:ResourceAccount':'111111111111'} | true",
            "'StringEquals':{'aws:RequestedRegion':'eu-west-1','aws:ResourceAccount':'1'} | false",
            "'StringEquals':{'aws:SourceOwner':'222222222222'} | true",
            // numbers and moments
            "'NumericEquals':{'aws:EpochTime':1769898600} | true",
            "'NumericEquals':{'aws:EpochTime':'1769898600.0'} | true",
            "'NumericNotEquals':{'aws:EpochTime':'1769898600'} | false",
            "'NumericLessThan':{'aws:EpochTime':'1769898600'} | false",
            "'NumericLessThanEquals':{'aws:EpochTime':'1769898600'} | true",
            "'NumericGreaterThan':{'aws:EpochTime':'1769898599'} | true",
            "'NumericGreaterThanEquals':{'aws:EpochTime':'1769898601'} | false",
            "'NumericLessThan':{'aws:UserAgent':'5'} | false",
            "'DateEquals':{'aws:CurrentTime':'2026-01-31T22:30Z'} | true",
            "'DateEquals':{'aws:CurrentTime':'2026-01-31T23:30:00+01:00'} | true",
            "'DateNotEquals':{'aws:CurrentTime':'2026-01-31T22:30:00Z'} | false",
            "'DateLessThan':{'aws:CurrentTime':'2026-02-01'} | true",
            "'DateLessThan':{'aws:EpochTime':'2026-01-31T22:00Z'} | false",
            "'DateLessThanEquals':{'aws:CurrentTime':'1769898600'} | true",
            "'DateGreaterThan':{'aws:CurrentTime':'2026-01-31T22:30:00Z'} | false",
            "'DateGreaterThanEquals':{'aws:CurrentTime':'2026-01-31T22:30:00Z'} | true",
            // the rest
            "'Bool':{'aws:SecureTransport':'false'} | true", "'Bool':{'aws:SecureTransport':true} | false",
            "'Bool':{'aws:PrincipalIsAWSService':'false'} | true",
            "'BinaryEquals':{'aws:UserAgent':'AQID'} | false",
            "'IpAddress':{'aws:SourceIp':'203.0.113.0/24'} | true", "'IpAddress':{'aws:SourceIp':'203.0.113.7'} | true",
            "'IpAddress':{'aws:SourceIp':['10.0.0.0/8','2001:db8::/32']} | false",
            "'IpAddress':{'aws:SourceIp':'203.0.113.8/29'} | false",
            "'NotIpAddress':{'aws:SourceIp':'203.0.113.0/24'} | false",
            "'NotIpAddress':{'aws:SourceIp':'0.0.0.0/0'} | false",
            "'NotIpAddress':{'aws:SourceIp':'10.0.0.0/8'} | true",
            "'ArnEquals':{'aws:PrincipalArn':'arn:aws:iam::*:root'} | true",
            "'ArnLike':{'aws:PrincipalArn':'arn:*:iam::2222*:root'} | true",
            "'ArnLike':{'aws:PrincipalArn':'arn:aws:*:root'} | true",
            "'ArnNotEquals':{'aws:PrincipalArn':'arn:aws:iam::222222222222:root'} | false",
            "'ArnNotLike':{'aws:PrincipalArn':'arn:aws:iam::3*:*'} | true",
            // more than one operator: all must hold
            "'StringLike':{'aws:UserAgent':'*'},'Bool':{'aws:SecureTransport':'true'} | false",
            // variables
            "'StringEquals':{'aws:PrincipalArn':'arn:aws:iam::${aws:PrincipalAccount}:root'} | true",
            "'StringEquals':{'aws:PrincipalAccount':'${aws:SourceAccount}'} | false",
            "'StringNotEquals':{'aws:PrincipalAccount':'${aws:SourceAccount}'} | true",
            "'StringLike':{'aws:UserAgent':'${aws:username, `Boto3`}*'} | false",
            "'StringLike':{'aws:UserAgent':'Boto3${*}'} | false"})
    void eachOperatorComparesAsDocumented(String condition, boolean holds) {
        assertThat(holds(condition)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"'StringEquals':{'aws:SourceArn':'x'} | false",
            "'StringNotEquals':{'aws:SourceArn':'x'} | true", "'StringEqualsIfExists':{'aws:SourceArn':'x'} | true",
            "'StringEqualsIfExists':{'aws:PrincipalAccount':'x'} | false", "'ArnLike':{'aws:SourceArn':'*'} | false",
            "'ArnNotLike':{'aws:SourceArn':'*'} | true", "'NumericLessThan':{'aws:TokenAge':'5'} | false",
            "'NumericLessThanIfExists':{'aws:TokenAge':'5'} | true",
            "'Bool':{'aws:MultiFactorAuthPresent':'false'} | false",
            "'BoolIfExists':{'aws:MultiFactorAuthPresent':'true'} | true",
            "'IpAddress':{'aws:VpcSourceIp':'0.0.0.0/0'} | false",
            "'NotIpAddress':{'aws:VpcSourceIp':'0.0.0.0/0'} | true",
            "'Null':{'aws:SourceArn':'true'} | true", "'Null':{'aws:SourceArn':'false'} | false",
            "'Null':{'aws:SourceIp':'true'} | false", "'Null':{'aws:SourceIp':false} | true",
            "'ForAllValues:StringEquals':{'aws:TagKeys':['a']} | true",
            "'ForAllValues:StringEquals':{'aws:PrincipalAccount':['a']} | false",
            "'ForAllValues:StringNotEquals':{'aws:PrincipalAccount':['a','b']} | true",
            "'ForAnyValue:StringEquals':{'aws:TagKeys':['a']} | false",
            "'ForAnyValue:StringNotEquals':{'aws:TagKeys':['a']} | false",
            "'ForAnyValue:StringLike':{'aws:PrincipalAccount':['a','2*']} | true",
            "'ForAnyValue:StringEqualsIfExists':{'aws:TagKeys':['a']} | true",
            "'StringEquals':{'aws:PrincipalOrgID':'o-1'} | false"})
    void aKeyThatIsNotThereCountsAsDocumented(String condition, boolean holds) {
        assertThat(holds(condition)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "'ArnEquals':{'aws:SourceArn':'arn:aws:sns:eu-west-1:222222222222:news'} | true",
            "'ArnLike':{'aws:SourceArn':'arn:aws:sns:*:*:ne?s'} | true",
            "'StringEquals':{'aws:SourceArn':'arn:aws:sns:eu-west-1:222222222222:news'} | true",
            "'StringEquals':{'aws:SourceAccount':'222222222222','aws:SourceOwner':'222222222222'} | true",
            "'StringEquals':{'aws:SourceAccount':'111111111111'} | false",
            "'ArnEquals':{'aws:SourceArn':'arn:aws:sns:eu-west-1:222222222222:others'} | false",
            "'Bool':{'aws:SecureTransport':'true','aws:PrincipalIsAWSService':'true'} | true",
            "'StringEquals':{'aws:PrincipalAccount':'222222222222'} | false",
            "'StringEquals':{'aws:PrincipalServiceName':'sns.amazonaws.com'} | true"})
    void aServiceTellsOnWhoseBehalfItCalls(String condition, boolean holds) {
        assertThat(decide(allow("'Principal':{'AWS':'*'},'Condition':{" + condition + "}"), TOPICS) == Decision.ALLOWED)
                .isEqualTo(holds);
    }

    @Test
    void documentsOf2008HaveNoVariables() {
        String condition = "'Principal':'*','Condition':{'StringEquals':"
                + "{'aws:PrincipalAccount':'${aws:PrincipalAccount}'}}";

        assertThat(decide(allow(condition), account(OTHER))).isEqualTo(Decision.ALLOWED);
        assertThat(decide(allow(condition).replace("2012-10-17", "2008-10-17"), account(OTHER)))
                .isEqualTo(Decision.NOT_MENTIONED);
    }

    @Test
    void aStatementThatDeniesCountsMoreThanAnyThatAllow() {
        String policy = """
                {"Statement": [
                  {"Effect": "Deny", "Principal": "*", "Action": "sqs:SendMessage",
                   "Condition": {"NotIpAddress": {"aws:SourceIp": "10.0.0.0/8"}}},
                  {"Effect": "Allow", "Principal": "*", "Action": "sqs:*"}]}""";

        assertThat(decide(policy, account(OTHER))).isEqualTo(Decision.DENIED);
        assertThat(decide(policy.replace("10.0.0.0/8", "203.0.0.0/8"), account(OTHER))).isEqualTo(Decision.ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"Statement\": []}", "{\"Statement\": [1]}", "{\"Statement\": {}} x",
            "{\"Version\":\"2020-01-01\",\"Statement\":"
                    + "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sqs:*\"}}"})
    void whatIsNoPolicyIsRefused(String document) {
        assertThatThrownBy(() -> policies.parse(document)).isInstanceOf(InvalidPolicyException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "'Effect':'allow','Principal':'*','Action':'sqs:*' | Effect is neither Allow nor Deny",
            "'Effect':'Allow','Action':'sqs:*' | Principal is missing",
            "'Effect':'Allow','Principle':'*','Action':'sqs:*' | There is no element Principle",
            "'Effect':'Allow','Principal':'*' | Action is missing",
            "'Effect':'Allow','Principal':'*','Action':[] | A list is empty",
            "'Effect':'Allow','Principal':'*','Action':'a','NotAction':'b' | Action and NotAction exclude one another",
            "'Effect':'Allow','Principal':'1234','Action':'a' | Principal is neither * nor an object",
            "'Effect':'Allow','Principal':{'AWS':'1234'},'Action':'a' | 1234 is no principal",
            "'Effect':'Allow','Principal':{'Aws':'*'},'Action':'a' | There are no principals Aws",
            "'Effect':'Allow','Principal':'*','Action':'a','Condition':{'StringSame':{'k':'v'}} | There is no operator "
                    + "StringSame",
            "'Effect':'Allow','Principal':'*','Action':'a','Condition':{'NumericLike':{'k':'v'}} | There is no operator "
                    + "NumericLike",
            "'Effect':'Allow','Principal':'*','Action':'a','Condition':{'NumericEquals':{'k':'v'}} | v can't be compared "
                    + "so",
            "'Effect':'Allow','Principal':'*','Action':'a','Condition':{'DateEquals':{'k':'v'}} | v can't be compared so",
            "'Effect':'Allow','Principal':'*','Action':'a','Condition':{'Bool':{'k':'v'}} | v is neither true nor false",
            "'Effect':'Allow','Principal':'*','Action':'a','Condition':{'Null':{'k':'v'}} | v is neither true nor false",
            "'Effect':'Allow','Principal':'*','Action':'a','Condition':{'IpAddress':{'k':'host'}} | host is no range of "
                    + "addresses",
            "'Effect':'Allow','Principal':'*','Action':'a','Condition':{'BinaryEquals':{'k':'?'}} | ? isn't Base64",
            "'Effect':'Allow','Principal':'*','Action':'a','Condition':{'StringEquals':'v'} | StringEquals isn't an "
                    + "object"})
    void whatIsNoStatementIsRefused(String elements, String why) {
        assertThatThrownBy(() -> policies.parse(statement(elements))).isInstanceOf(InvalidPolicyException.class)
                .hasMessage(why);
    }

    @Test
    void aPolicyThatAnEarlierBenchTookAndIsNoneIsToldInTheEvents() {
        assertThat(policies.kept(QUEUE, "{\"Statement\": []}")).isNull();
        assertThat(policies.kept(QUEUE, null)).isNull();
        assertThat(events.since(0)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("policy-unreadable");
            assertThat(event.resource()).isEqualTo(QUEUE.toString());
            assertThat(event.text()).isEqualTo("Counts as none: There is no statement");
        });
    }

    @Test
    void theRuleOfAccountsAndServices() {
        AccessPolicy everybody = policies.parse(allow("'Principal':'*'"));
        AccessPolicy nobody = policies.parse(allow("'Principal':{'AWS':'333333333333'}"));
        AccessPolicy denying = policies.parse(statement("'Effect':'Deny','Action':'*','Principal':'*'"));
        Call own = new Call("r", "sqs", "eu-west-1", new ServicePrincipal("sns.amazonaws.com", QUEUE));

        assertThat(refusal(null, account(OWNER))).isNull();
        assertThat(refusal(nobody, account(OWNER))).isNull();
        assertThat(refusal(denying, account(OWNER))).isEqualTo("User: arn:aws:iam::111111111111:root is not authorized "
                + "to perform: sqs:sendmessage on resource: arn:aws:sqs:eu-west-1:111111111111:orders with an explicit "
                + "deny in a resource-based policy");
        assertThat(refusal(null, account(OTHER))).isEqualTo("User: arn:aws:iam::222222222222:root is not authorized to "
                + "perform: sqs:sendmessage on resource: arn:aws:sqs:eu-west-1:111111111111:orders because no "
                + "resource-based policy allows the sqs:sendmessage action");
        assertThat(refusal(everybody, account(OTHER))).isNull();
        assertThat(refusal(null, own)).isNull();
        assertThat(refusal(null, TOPICS)).startsWith("User: sns.amazonaws.com is not authorized");
        assertThat(refusal(nobody, own)).contains("because no resource-based policy allows");
        assertThat(refusal(everybody, TOPICS)).isNull();
    }

    private static String refusal(AccessPolicy policy, Call call) {
        return Access.refusal(policy, new AccessRequest(call, "sqs:sendmessage", QUEUE)).orElse(null);
    }
}
