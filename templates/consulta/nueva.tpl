{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Consultar a SERVIR</h1>
<p class="lead">SERVIR responde en {{#UN_DIA}}1 día hábil{{/UN_DIA}}{{#VARIOS_DIAS}}{{PLAZO_DIAS}} {{PLAZO_DIAS:x-segun=día hábil/días hábiles}}{{/VARIOS_DIAS}}.{{#HAY_GESTOR}} Acompaña a su entidad {{GESTOR}}.{{/HAY_GESTOR}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Escriba su consulta sobre la inducción. Recibirá un número y verá hasta cuándo debe responder SERVIR. Lo que llega después de las {{HORA_CIERRE}}:00 cuenta desde el siguiente día hábil. Si es sobre una persona, indique su documento en vez de escribir sus datos.</p></details>
<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_ASUNTO}}
{{>CAMPO_TEXTO}}
{{>CAMPO_DOCUMENTO}}
<div class="acc"><button>Enviar la consulta</button> <a href="/consulta/lista">Cancelar</a></div>
</form>
