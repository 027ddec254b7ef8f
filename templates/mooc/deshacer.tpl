{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Deshacer una carga</h1>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Retire de una vez los resultados de una carga equivocada. Las etapas que movió vuelven a como estaban. Lo que SERVIR ya validó no se toca, y la historia lo conserva todo.</p></details>
{{#ABIERTA}}<div class="alerta"><p><strong>{{RESULTADOS:x-miles}}</strong> {{RESULTADOS:x-segun=resultado/resultados}} de «{{NOMBRE}}» ({{CURSO}}) {{RESULTADOS:x-segun=dejará/dejarán}} de contar, y <strong>{{ETAPAS:x-miles}}</strong> {{ETAPAS:x-segun=etapa A vuelve a como estaba/etapas A vuelven a como estaban}}, salvo las de quien aprobó también por otro medio.{{#ALGUNAS_SE_QUEDAN}} {{SE_QUEDAN:x-miles}} {{SE_QUEDAN:x-segun=ya fue validada y se queda/ya fueron validadas y se quedan}}.{{/ALGUNAS_SE_QUEDAN}}</p></div>
<form method="post" novalidate>{{>CSRF}}<div class="acc"><button class="peligro">Deshacer la carga</button> <a href="/mooc/{{ID}}/vista">No, volver a la carga</a></div></form>
{{/ABIERTA}}{{#NO_ABIERTA}}<p>Esta carga no se puede deshacer. <a href="/mooc/{{ID}}/vista">Volver a la carga</a></p>
{{/NO_ABIERTA}}
