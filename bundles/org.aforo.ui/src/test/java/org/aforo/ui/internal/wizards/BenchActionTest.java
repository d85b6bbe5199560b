package org.aforo.ui.internal.wizards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.aforo.ui.internal.forms.FormItem;
import org.aforo.ui.internal.forms.Recorded;
import org.aforo.ui.internal.wizards.BenchAction.Role;
import org.junit.jupiter.api.Test;

class BenchActionTest {

    @Test
    void actionsAreReadAsTheBenchTellsThem() {
        List<BenchAction> actions = BenchAction.all(Recorded.json("actions-en"));

        assertThat(actions).extracting(BenchAction::id).contains("kinesis/stream/create/CreateStream",
                "kinesis/stream/delete/DeleteStream", "firehose/delivery-stream/update/UpdateDestination");
        BenchAction delete = actions.stream().filter(action -> action.operation().equals("DeleteStream")).findFirst()
                .orElseThrow();
        assertThat(delete.bind()).containsEntry("StreamARN", "{arn}");
    }

    @Test
    void choicesTellWhatTheMemberIsThen() {
        BenchAction action = BenchAction.all(Recorded.of("""
                {"actions":[{"service":"s","kind":"k","role":"create","operation":"O","title":"T","bind":{},
                 "pages":[{"title":"p","description":"d","fields":[
                  {"member":"A","label":"a","help":"h","preset":null,"choices":"bucket","choiceValue":"arn"},
                  {"member":"B","label":"b","help":"","preset":[1],"choices":"queue","choiceValue":"name"}]}]}]}"""))
                .get(0);

        List<BenchAction.Field> fields = action.pages().get(0).fields();
        assertThat(fields.get(0).choice()).contains(new FormItem.Choice("bucket", true));
        assertThat(fields.get(0).preset()).isEmpty();
        assertThat(fields.get(1).choice()).contains(new FormItem.Choice("queue", false));
        assertThat(fields.get(1).preset()).contains(Recorded.of("[1]"));
    }

    @Test
    void emptyHasNoOperationAndUnknownRolesAreLeftOut() {
        List<BenchAction> actions = BenchAction.all(Recorded.of("""
                {"actions":[{"service":"s3","kind":"bucket","role":"empty","operation":null,"title":"Empty","bind":{},
                 "pages":[]},{"service":"s3","kind":"bucket","role":"polish","operation":"P","title":"?"}]}"""));

        assertThat(actions).hasSize(1);
        assertThat(actions.get(0).role()).isEqualTo(Role.EMPTY);
        assertThat(actions.get(0).operation()).isEmpty();
    }

    @Test
    void severalWithTheSameOperationAreToldApart() {
        List<BenchAction> actions = BenchAction.all(Recorded
                .of("""
                        {"actions":[
                         {"service":"sqs","kind":"queue","role":"create","operation":"CreateQueue","title":"New queue"},
                         {"service":"sqs","kind":"queue","role":"create","operation":"CreateQueue","title":"New FIFO queue"}]}"""));

        assertThat(actions).extracting(BenchAction::id).containsExactly("sqs/queue/create/CreateQueue",
                "sqs/queue/create/CreateQueue/2");
    }
}
