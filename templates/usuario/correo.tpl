{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Correo de la cuenta</h1>
<p class="lead">{{NOMBRE}} ({{DOCUMENTO}})</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Escriba el correo que la persona le pidió, después de comprobar quién es: quien lo lea podrá recuperar la cuenta. Si lo deja vacío, sus enlaces se entregan en mano. Avisaremos del cambio a la dirección anterior.</p></details>
<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_CORREO}}
<div class="acc"><button>Guardar el correo</button> <a href="/usuario/{{ID}}/ficha">No, volver</a></div>
</form>
