"""What matters, needs, the plan, research, advocacy."""

from django.urls import URLPattern, path

from linkworks.domain.casework.views import advocacy, goals, plan

patterns: list[URLPattern] = [
    path("cases/<uuid:case_id>/what-matters", plan.WhatMattersNew.as_view(), name="what_matters"),
    path("cases/<uuid:case_id>/needs", plan.AddNeeds.as_view(), name="needs"),
    path("needs/<uuid:row_id>", plan.MoveNeed.as_view(), name="need"),
    path("cases/<uuid:case_id>/plan", plan.plan, name="plan"),
    path("cases/<uuid:case_id>/plan/agree", plan.AgreePlan.as_view(), name="plan_agree"),
    path("plans/<uuid:row_id>/review", plan.ReviewPlan.as_view(), name="plan_review"),
    path("cases/<uuid:case_id>/goals/new", goals.AgreeGoal.as_view(), name="goal_new"),
    path("goals/<uuid:row_id>", goals.ChangeGoal.as_view(), name="goal"),
    path("goals/<uuid:row_id>/move", goals.MoveGoal.as_view(), name="goal_move"),
    path("goals/<uuid:row_id>/score", goals.ScoreGoal.as_view(), name="goal_score"),
    path("goals/<uuid:row_id>/steps/new", goals.AddStep.as_view(), name="plan_step_new"),
    path("plan-steps/<uuid:row_id>/done", goals.step_done, name="plan_step_done"),
    path("plan-steps/<uuid:row_id>/reopen", goals.step_reopen, name="plan_step_reopen"),
    path("cases/<uuid:case_id>/research/new", advocacy.AskResearch.as_view(), name="research_new"),
    path("research/<uuid:row_id>", advocacy.RecordFinding.as_view(), name="research"),
    path("cases/<uuid:case_id>/advocacy/new", advocacy.BeginAdvocacy.as_view(), name="advocacy_new"),
    path("advocacy/<uuid:row_id>", advocacy.advocacy, name="advocacy"),
    path("advocacy/<uuid:row_id>/change", advocacy.ChangeAdvocacy.as_view(), name="advocacy_change"),
    path("advocacy/<uuid:row_id>/steps/new", advocacy.RecordStep.as_view(), name="advocacy_step"),
]
