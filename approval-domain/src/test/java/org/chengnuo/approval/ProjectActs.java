package org.chengnuo.approval;

import static org.chengnuo.approval.Story.PROJECT;
import static org.chengnuo.approval.Story.at;

import org.chengnuo.approval.construction.ConstructionCommand.AcceptCompletion;
import org.chengnuo.approval.construction.ConstructionCommand.ClearStart;
import org.chengnuo.approval.construction.ConstructionCommand.RefuseCompletion;
import org.chengnuo.approval.construction.ConstructionCommand.ReportCompletion;
import org.chengnuo.approval.construction.ConstructionCommand.ReportMilestone;
import org.chengnuo.approval.construction.ConstructionCommand.ReportProduction;
import org.chengnuo.approval.construction.ConstructionCommand.ReportStart;
import org.chengnuo.approval.parcel.ParcelCode;
import org.chengnuo.approval.parcel.ParcelCommand.DeliverService;
import org.chengnuo.approval.parcel.ParcelCommand.OrderService;
import org.chengnuo.approval.parcel.ParcelCommand.StartService;
import org.chengnuo.approval.parcel.ParcelCommand.SupplyLand;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.AgentScope;
import org.chengnuo.approval.project.Exclusion;
import org.chengnuo.approval.project.ProjectCode;
import org.chengnuo.approval.project.ProjectCommand.ActOnWhatIsDue;
import org.chengnuo.approval.project.ProjectCommand.AssessEligibility;
import org.chengnuo.approval.project.ProjectCommand.ChangeProjectCode;
import org.chengnuo.approval.project.ProjectCommand.EndEntrustment;
import org.chengnuo.approval.project.ProjectCommand.EntrustAgent;
import org.chengnuo.approval.project.ProjectCommand.MoveToEdition;
import org.chengnuo.approval.project.ProjectCommand.ReinstateItem;
import org.chengnuo.approval.project.ProjectCommand.RuleItemOut;
import org.chengnuo.approval.project.ProjectCommand.TerminateProject;
import org.chengnuo.approval.project.ProjectCommand.WithdrawProject;

import java.math.BigDecimal;
import java.util.Set;

/** The acts of a whole project, from its registration on, well-formed; as {@link Story} tells. */
public final class ProjectActs {

    public static final ParcelCode PARCEL = new ParcelCode("141002-2021-G07");

    public static final ProjectCode CODE = new ProjectCode("2018-141002-33-03-012345");

    /** The agent 代办员. */
    public static final String AGENT = "agent-wang";

    private ProjectActs() {}

    public static ChangeProjectCode codeChange(String local, ProjectCode code) {
        return new ChangeProjectCode(PROJECT, at(local), code);
    }

    public static AssessEligibility assessment(String local, Exclusion... found) {
        return new AssessEligibility(PROJECT, at(local), Set.of(found));
    }

    public static MoveToEdition moveTo(String edition, String local) {
        return new MoveToEdition(PROJECT, at(local), edition, "按企业申请适用新版本");
    }

    public static RuleItemOut rulingOut(ItemCode item, String local) {
        return new RuleItemOut(PROJECT, at(local), item, "项目不涉及该事项");
    }

    public static ReinstateItem reinstating(ItemCode item, String local) {
        return new ReinstateItem(PROJECT, at(local), item, "设计变更后涉及该事项");
    }

    /** From the moment of the act, by the written entrustment no. 1. */
    public static EntrustAgent entrustment(String local, String untilLocal, AgentScope... scope) {
        return new EntrustAgent(
                PROJECT, at(local), AGENT, at(local), at(untilLocal), Set.of(scope), "委托书1号");
    }

    public static EndEntrustment endOfEntrustment(int number, String local) {
        return new EndEntrustment(PROJECT, at(local), number, "企业自行办理");
    }

    public static WithdrawProject withdrawalOfTheProject(String local) {
        return new WithdrawProject(PROJECT, at(local), "投资计划调整");
    }

    public static TerminateProject termination(String local) {
        return new TerminateProject(PROJECT, at(local), "终字〔2018〕1号", "两年未开工");
    }

    public static ActOnWhatIsDue whatIsDue(String untilLocal) {
        return new ActOnWhatIsDue(PROJECT, at(untilLocal));
    }

    public static OrderService order(ItemCode item, String local) {
        return order(PARCEL, item, local);
    }

    public static OrderService order(ParcelCode parcel, ItemCode item, String local) {
        return new OrderService(PROJECT, at(local), parcel, item);
    }

    public static StartService startOf(ItemCode item, String local) {
        return startOf(PARCEL, item, local);
    }

    public static StartService startOf(ParcelCode parcel, ItemCode item, String local) {
        return new StartService(PROJECT, at(local), parcel, item);
    }

    public static DeliverService deliveryOf(ItemCode item, String local) {
        return deliveryOf(PARCEL, item, local);
    }

    public static DeliverService deliveryOf(ParcelCode parcel, ItemCode item, String local) {
        return new DeliverService(PROJECT, at(local), parcel, item, "区评〔2018〕1号");
    }

    public static SupplyLand landSupply(String local) {
        return landSupply(PARCEL, local);
    }

    public static SupplyLand landSupply(ParcelCode parcel, String local) {
        return new SupplyLand(
                PROJECT, at(local), parcel, new BigDecimal("66667"), "出让合同141002-2018-7号");
    }

    public static ClearStart clearance(String local) {
        return new ClearStart(PROJECT, at(local), "开工〔2018〕1号");
    }

    public static ReportStart start(String local) {
        return new ReportStart(PROJECT, at(local));
    }

    public static ReportMilestone milestone(String local) {
        return new ReportMilestone(PROJECT, at(local), "主体封顶", null);
    }

    public static ReportCompletion completion(String local) {
        return new ReportCompletion(PROJECT, at(local));
    }

    public static AcceptCompletion acceptanceOfCompletion(String local) {
        return new AcceptCompletion(PROJECT, at(local), "联验〔2019〕1号");
    }

    public static RefuseCompletion refusalOfCompletion(String local) {
        return new RefuseCompletion(PROJECT, at(local), "联验〔2019〕1号", "消防通道未按设计施工");
    }

    public static ReportProduction production(String local) {
        return new ReportProduction(PROJECT, at(local));
    }
}
